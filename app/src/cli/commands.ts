import { type Command, choices, type Decision, Live, ledgersOf, realSurroundings } from "../replica/index.ts";
import { Desk, Misuse, needsNetwork, short, whyNoLedger, whyNot } from "./desk.ts";
import * as shown from "./shown.ts";

export async function ledgers({ session, replica, offline }: Desk): Promise<number> {
  needsNetwork(offline);
  const answer = await ledgersOf(session);
  if (!answer.ok) return fail(whyNot(answer));
  return say(answer.value.map(({ id, name, role }) => `${id === replica.ledgerId ? "*" : " "}${id}  ${name}  ${role}`));
}

export async function use({ home, folder, session, offline }: Desk, word: string): Promise<number> {
  needsNetwork(offline);
  const answer = await ledgersOf(session);
  if (!answer.ok) return fail(whyNot(answer));
  const found = answer.value.find(({ id, name }) => id === word || name === word);
  if (!found) return fail(`You have no ledger ${word}.`);
  await home.change(folder, { ledgerId: found.id });
  return sync(await Desk.open(home));
}

export async function perform(desk: Desk, command: Command): Promise<number> {
  const { operation } = await desk.replica.perform(command, desk.today);
  say([`${short(operation.entityId)}  ${operation.type}`]);
  return desk.offline ? say(["offline: kept until you are online"]) : sync(desk);
}

export async function decide(desk: Desk, word: string, decision: string): Promise<number> {
  const issue = (await desk.replica.issues()).find(({ key }) => key.endsWith(word));
  if (!issue) return fail(`There is nothing to decide about ${word}.`);
  const known = choices(issue);
  if (!(known as string[]).includes(decision)) return fail(`It can be decided ${known.join(" or ")}.`);
  await desk.replica.decide(issue.key, decision as Decision, desk.today);
  return desk.offline ? say(["offline: kept until you are online"]) : sync(desk);
}

export async function sync(desk: Desk): Promise<number> {
  needsNetwork(desk.offline);
  const answer = await desk.replica.sync();
  if (!answer.ok) return fail(whyNoLedger(answer));
  const open = await desk.replica.issues();
  return say([
    ...shown.synced(answer.value),
    ...(open.length > 0 ? [`${open.length} to decide: mybudget-sync conflicts`] : []),
  ]);
}

export async function check(desk: Desk): Promise<number> {
  needsNetwork(desk.offline);
  const answer = await desk.replica.check();
  if (!answer.ok) return fail(whyNoLedger(answer));
  const { cursor, repaired, remaining } = answer.value;
  if (repaired.length > 0) say([`repaired: ${repaired.join(", ")}`]);
  if (remaining.kinds.length + remaining.accounts.length === 0) return say([`equal to the server at ${cursor}`]);
  return fail(`different from the server at ${cursor}: ${[...remaining.kinds, ...remaining.accounts].join(", ")}`);
}

export async function watch({ session, replica, offline }: Desk): Promise<number> {
  needsNetwork(offline);
  const live = new Live({
    session,
    replicas: () => [replica],
    surroundings: realSurroundings,
    onSynced: (_, answer) => void say(answer.ok ? shown.synced(answer.value) : [whyNoLedger(answer)]),
  });
  process.once("SIGINT", () => live.stop());
  process.stdout.once("error", () => live.stop());
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
