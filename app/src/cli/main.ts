import { parseArgs } from "node:util";
import { check, decide, fail, ledgers, perform, say, sync, use, watch } from "./commands.ts";
import { Desk, Misuse } from "./desk.ts";
import { added, edited } from "./edits.ts";
import { Home } from "./home.ts";
import { logIn } from "./login.ts";
import * as shown from "./shown.ts";

const HELP = `Usage: mybudget-sync [--data DIR] COMMAND

  login EMAIL --server URL   sign in; the password is asked for, or comes by MYBUDGET_PASSWORD;
                            a code of a second factor is asked for
  ledgers | use LEDGER       your ledgers; work on another one of them
  accounts | categories | budgets
  list [ACCOUNT] [--limit N] transactions, newest first; * is not sent yet
  add AMOUNT ACCOUNT [--category C] [--to ACCOUNT] [--payee P] [--note N] [--date D] [--tag T]...
  edit ID [--amount A] [--category C] [--payee P] [--note N] [--date D] [--tag T]...
  delete ID
  conflicts                  what needs a decision
  decide ID mine|theirs|both
  offline | online           as if there were no network, and with it again
  sync                       send and read
  check                      prove that the copy is right, and mend what is not
  watch                      stay up to date by the server's events
  status`;

const options = {
  data: { type: "string" },
  server: { type: "string" },
  limit: { type: "string" },
  amount: { type: "string" },
  category: { type: "string" },
  to: { type: "string" },
  payee: { type: "string" },
  note: { type: "string" },
  date: { type: "string" },
  tag: { type: "string", multiple: true },
} as const;

type Options = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>["values"];

export async function main(args: string[], environment: NodeJS.ProcessEnv): Promise<number> {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", unlessUnread);
  let home: Home | undefined;
  try {
    const { values, positionals } = parseArgs({ args: negatives(args), options, allowPositionals: true });
    const [command, ...words] = positionals;
    if (command === undefined || command === "help") return say([HELP]);
    home = await Home.open(values.data ?? environment.MYBUDGET_SYNC_DATA);
    return await run(home, command, words.map(unhidden), values, environment);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return error instanceof Misuse || String((error as NodeJS.ErrnoException).code).startsWith("ERR_PARSE_ARGS")
      ? 1
      : 2;
  } finally {
    await home?.close();
  }
}

async function run(
  home: Home,
  command: string,
  words: string[],
  values: Options,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  if (command === "login") return logIn(home, words[0], values.server, environment.MYBUDGET_PASSWORD);
  const desk = await Desk.open(home);
  const [word, second] = words;
  const needed = (value: string | undefined, what: string) => value || fail(`${command} needs ${what}.`);
  switch (command) {
    case "ledgers":
      return ledgers(desk);
    case "use":
      return use(desk, needed(word, "a ledger"));
    case "accounts":
      return say(await shown.accounts(desk));
    case "categories":
      return say(await shown.categories(desk));
    case "budgets":
      return say(await shown.budgets(desk));
    case "list": {
      const account = word === undefined ? undefined : (await desk.named("account", word)).id;
      return say(await shown.transactions(desk, account, limitFrom(values.limit)));
    }
    case "add":
      return perform(desk, await added(desk, needed(word, "an amount"), needed(second, "an account"), values));
    case "edit":
      return perform(desk, await edited(desk, needed(word, "a transaction"), values));
    case "delete":
      return perform(desk, {
        type: "transaction.delete",
        entityId: (await desk.transaction(needed(word, "a transaction"))).id,
      });
    case "conflicts":
      return say(await shown.issues(desk));
    case "decide":
      return decide(desk, needed(word, "an id"), needed(second, "mine, theirs or both"));
    case "offline":
    case "online":
      await home.setOffline(command === "offline");
      return say([command]);
    case "sync":
      return sync(desk);
    case "check":
      return check(desk);
    case "watch":
      return watch(desk);
    case "status":
      return say(await shown.state(desk));
    default:
      return fail(`There is no command ${command}: see mybudget-sync help.`);
  }
}

function limitFrom(text = "20"): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : fail(`--limit takes a whole number from 1, and not "${text}".`);
}

/** Whoever reads may stop, as head does; what was begun is done all the same. */
function unlessUnread(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

/** -12.50 is an amount and no option: joined to its option, or hidden from the parser by a blank. */
function negatives(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const last = joined.at(-1);
    if (!/^-\d/.test(arg)) joined.push(arg);
    else if (last?.startsWith("--") && !last.includes("=")) joined[joined.length - 1] = `${last}=${arg}`;
    else joined.push(` ${arg}`);
  }
  return joined;
}

function unhidden(word: string): string {
  return word.replace(/^ (?=-\d)/, "");
}
