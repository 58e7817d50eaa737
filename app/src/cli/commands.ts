import { type Command, choices, type Decision, Live, ledgersOf, realSurroundings } from "../replica/index.ts";
import { Desk, Misuse, sessionOf, short, whyNot } from "./desk.ts";
import type { Home } from "./home.ts";
import * as shown from "./shown.ts";

export async function logIn(
  home: Home,
  email: string | undefined,
  server: string | undefined,
  given: string | undefined,
): Promise<number> {
  const known = await home.settings();
  const at = server ?? known?.server;
  if (!email || !at) return fail("login needs an address, and --server the first time.");
  const session = sessionOf(home, { server: at });
  await home.change({ server: at, email });
  const answer = await session.logIn(email, given ?? (await asked("Password: ")), "mybudget-sync");
  if (!answer.ok) return fail(whyNot(answer));
  const ledgers = await ledgersOf(session);
  if (!ledgers.ok) return fail(whyNot(ledgers));
  const ledger = ledgers.value.find(({ id }) => id === known?.ledgerId) ?? ledgers.value[0];
  if (!ledger) return fail("There is no ledger yet: make one in the app, or with POST /api/v1/ledgers.");
  await home.change({ ledgerId: ledger.id });
  return sync(await Desk.open(home));
}

export async function ledgers({ session, replica }: Desk): Promise<number> {
  const answer = await ledgersOf(session);
  if (!answer.ok) return fail(whyNot(answer));
  return say(answer.value.map(({ id, name, role }) => `${id === replica.ledgerId ? "*" : " "}${id}  ${name}  ${role}`));
}

export async function use({ home, session }: Desk, word: string): Promise<number> {
  const answer = await ledgersOf(session);
  if (!answer.ok) return fail(whyNot(answer));
  const found = answer.value.find(({ id, name }) => id === word || name === word);
  if (!found) return fail(`You have no ledger ${word}.`);
  await home.change({ ledgerId: found.id });
  return sync(await Desk.open(home));
}

export async function perform(desk: Desk, command: Command): Promise<number> {
  const { operation } = await desk.replica.perform(command, desk.today);
  say([`${short(operation.entityId)}  ${operation.type}`]);
  return desk.settings.offline ? say(["offline: kept until you are online"]) : sync(desk);
}

export async function decide(desk: Desk, word: string, decision: string): Promise<number> {
  const issue = (await desk.replica.issues()).find(({ key }) => key.endsWith(word));
  if (!issue) return fail(`There is nothing to decide about ${word}.`);
  const known = choices(issue);
  if (!(known as string[]).includes(decision)) return fail(`It can be decided ${known.join(" or ")}.`);
  await desk.replica.decide(issue.key, decision as Decision, desk.today);
  return desk.settings.offline ? say(["offline: kept until you are online"]) : sync(desk);
}

export async function sync(desk: Desk): Promise<number> {
  if (desk.settings.offline) return fail("You are offline: mybudget-sync online");
  const answer = await desk.replica.sync();
  if (!answer.ok) return fail(whyNot(answer));
  const open = await desk.replica.issues();
  return say([
    ...shown.synced(answer.value),
    ...(open.length > 0 ? [`${open.length} to decide: mybudget-sync conflicts`] : []),
  ]);
}

export async function check(desk: Desk): Promise<number> {
  if (desk.settings.offline) return fail("You are offline: mybudget-sync online");
  const answer = await desk.replica.check();
  if (!answer.ok) return fail(whyNot(answer));
  const { cursor, repaired, remaining } = answer.value;
  if (repaired.length > 0) say([`repaired: ${repaired.join(", ")}`]);
  if (remaining.kinds.length + remaining.accounts.length === 0) return say([`equal to the server at ${cursor}`]);
  return fail(`different from the server at ${cursor}: ${[...remaining.kinds, ...remaining.accounts].join(", ")}`);
}

export async function watch({ session, replica }: Desk): Promise<number> {
  const live = new Live({
    session,
    replicas: () => [replica],
    surroundings: realSurroundings,
    onSynced: (_, answer) => void say(answer.ok ? shown.synced(answer.value) : [whyNot(answer)]),
  });
  process.once("SIGINT", () => live.stop());
  await live.run();
  return 0;
}

export function say(lines: readonly string[]): number {
  for (const line of lines) process.stdout.write(`${line}\n`);
  return 0;
}

export function fail(message: string): never {
  throw new Misuse(message);
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
