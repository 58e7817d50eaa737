import { type Answer, type JsonObject, ledgersOf, Session, type SignedIn, type Tokens } from "../replica/index.ts";
import { FileStore } from "../replica/store/file.ts";
import { fail, say, sync } from "./commands.ts";
import { Desk, needsNetwork, whyNot } from "./desk.ts";
import { addressOf, folderOf, type Home } from "./home.ts";

/** Nothing is remembered before all of it went well, so a login that fails leaves everything as it was. */
export async function logIn(
  home: Home,
  email: string | undefined,
  server: string | undefined,
  given: string | undefined,
): Promise<number> {
  const { users = {}, current = "", offline = false } = (await home.settings()) ?? {};
  const at = server ?? users[current]?.server;
  if (!email || !at) return fail("login needs an address, and --server the first time.");
  const address = addressOf(at) ?? fail(`${at} is no http or https address, such as https://budget.example.`);
  needsNetwork(offline);
  let tokens: Tokens | null = null;
  const keeper = {
    load: async () => tokens,
    save: async (now: Tokens | null) => {
      tokens = now;
    },
  };
  const session = new Session({ fetch, server: address }, keeper);
  const kept = Object.values(users).find((user) => user.server === address && user.installation)?.installation;
  const first = await session.logIn(email, given ?? (await asked("Password: ")), "mybudget-sync", kept);
  const answer = await withSecondFactor(session, first);
  if (!answer.ok) return fail(whyNot(answer));
  const { user, installation = kept } = answer.value;
  const ledgers = await ledgersOf(session);
  const known = users[folderOf(users, { server: address, ...user })];
  const ledger = ledgers.ok ? (ledgers.value.find(({ id }) => id === known?.ledgerId) ?? ledgers.value[0]) : undefined;
  if (!ledger) {
    await session.logOut();
    return fail(
      ledgers.ok ? `${email} has no ledger yet: make one in the app, or with POST /api/v1/ledgers.` : whyNot(ledgers),
    );
  }
  const entered = { server: address, id: user.id, email: user.email, tokens, ledgerId: ledger.id };
  await home.enter(installation ? { ...entered, installation } : entered);
  say(await others(home));
  return sync(await Desk.open(home));
}

/** Where the password was right and the account has a second factor, a code of it is asked for. */
async function withSecondFactor(session: Session, first: Answer<SignedIn>): Promise<Answer<SignedIn>> {
  const { challenge, installation } = (first.ok || first.reason !== "refused" ? {} : first.problem) as JsonObject;
  if (!challenge) return first;
  return session.finish(`${challenge}`, await asked("Code of your second factor: "), `${installation}`);
}

/** What waits here for others. */
async function others(home: Home): Promise<string[]> {
  const { users = {}, current } = (await home.settings()) ?? {};
  const lines: string[] = [];
  for (const [folder, { email, server }] of Object.entries(users)) {
    const count = folder === current ? 0 : await unsent(home, folder);
    if (count > 0) lines.push(`${count} not sent of ${email} at ${server}: kept until they log in again`);
  }
  return lines;
}

async function unsent(home: Home, folder: string): Promise<number> {
  let count = 0;
  for (const path of await home.copies(folder)) {
    const store = await FileStore.open(path);
    const rows = await store.read((tables) => tables.range("outbox"));
    count += rows.filter(({ state }) => state === "pending").length;
    await store.close();
  }
  return count;
}

async function asked(question: string): Promise<string> {
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}
