import { expect } from "vitest";
import { type Json, type JsonObject, sameJson } from "../../src/replica/json.ts";
import type { OutboxRow, Outcome } from "../../src/replica/outbox/operation.ts";
import type { Replica } from "../../src/replica/replica.ts";
import { differences, digestAt } from "../../src/replica/sync/digest.ts";
import { entityKey } from "../../src/replica/sync/outbox.ts";
import type { Device } from "./device.ts";
import type { Household } from "./household.ts";
import { insist } from "./network.ts";
import { today } from "./schedule.ts";
import { rowsOnServer, stateOf } from "./state.ts";

/** All devices, one that has just read everything, and the server: entities, balances, statuses, digest. */
export async function shouldBeIdentical(devices: readonly Device[], household: Household, ledgerId: string) {
  const fresh = await household.replica(ledgerId);
  await insist(() => fresh.sync());
  const expected = await stateOf(fresh, today);
  const { cursor } = await fresh.progress();
  const digest = await insist(() => digestAt(household.api(ledgerId), cursor));
  if (!digest) throw new Error("The ledger has moved on although everybody is at rest.");
  for (const replica of [fresh, ...devices.map((device) => device.replica)]) {
    expect(await replica.pending()).toEqual([]);
    expect(await replica.store.read((tables) => tables.range("base"))).toEqual([]);
    const state = await stateOf(replica, today);
    shouldBeAlike(state.entities, expected.entities);
    expect(state).toEqual(expected);
    expect(await replica.store.read((tables) => differences(tables, digest))).toEqual({ kinds: [], accounts: [] });
  }
  if (!household.target.reference) await shouldHaveTheServersStatuses(fresh, household);
}

type Entities = readonly (readonly [string, JsonObject])[];

/** Of what is large, a mere assertion shows the outlines. */
function shouldBeAlike(mine: Entities, fresh: Entities): void {
  const [here, there] = [new Map(mine), new Map(fresh)];
  const unlike = [...new Set([...here.keys(), ...there.keys()])].flatMap((key) => {
    const [had, is] = [here.get(key) ?? null, there.get(key) ?? null];
    return sameJson(had, is) ? [] : [{ key, here: had, fresh: is }];
  });
  if (unlike.length > 0)
    throw new Error(`A device has another ledger than one that read it anew: ${JSON.stringify(unlike)}`);
}

async function shouldHaveTheServersStatuses(replica: Replica, household: Household): Promise<void> {
  const path = `ledgers/${replica.ledgerId}/budgets/status?on=${today}`;
  const theirs = (await household.ask({ method: "GET", path })) as { items: { budgetId: string }[] };
  const mine = [...(await replica.statuses(today))].map(([budgetId, status]) => ({ budgetId, on: today, ...status }));
  const inOrder = (items: { budgetId: string }[]) =>
    items.sort((left, right) => (left.budgetId < right.budgetId ? -1 : 1));
  const plain = JSON.parse(JSON.stringify(mine, (_, value) => (typeof value === "bigint" ? Number(value) : value)));
  expect(inOrder(plain)).toEqual(inOrder(theirs.items));
}

/**
 * Whatever somebody gave was done once, or they were asked about it and nobody else was, or it still waits where they are no member any
 * more. What the server said is the measure, and it never says two things about one operation.
 */
export async function shouldBeInSomebodysHands(
  devices: readonly Device[],
  present: readonly Device[],
  isRestored: boolean,
): Promise<void> {
  const said = groupedBy(
    devices.flatMap(({ network }) => network.said),
    ({ id }) => id,
  );
  for (const device of devices) {
    const [sent, left, issues] = await device.replica.store.read(async (tables) => [
      await tables.range("sent"),
      await tables.range("outbox"),
      await tables.range("issues"),
    ]);
    for (const id of device.network.sent) device.given.add(id);
    const waiting = new Set(left.map(({ operation }) => operation.id));
    if (present.includes(device)) expect(left).toEqual([]);
    for (const { key } of issues) device.told.add(key);
    const done = new Set(sent.map(({ operation }) => operation.id));
    for (const id of device.given) {
      const verdicts = said.get(id) ?? [];
      const firsts = verdicts.filter(({ repeated }) => !repeated);
      const isRefused = verdicts.some(({ status }) => status === "conflict" || status === "rejected");
      const [isDone, isTold, isWaiting] = [done.has(id), device.told.has(id), waiting.has(id)];
      const isKnown = isDone || isTold || isWaiting;
      const isOnce = firsts.length <= 1 && new Set(verdicts.map(verdictOf)).size <= 1;
      const isRight = isWaiting || (isTold === isRefused && isDone !== isRefused);
      // A restored server may judge anew.
      if (isKnown && (isRestored || (isOnce && isRight))) continue;
      throw new Error(`An edit is in nobody's hands: ${JSON.stringify({ id, isDone, isTold, isWaiting, verdicts })}`);
    }
    for (const id of device.told) {
      if (!device.given.has(id)) throw new Error(`A user is asked about an edit that was not theirs: ${id}`);
    }
  }
}

function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function verdictOf({ repeated: _, ...verdict }: Outcome): string {
  return JSON.stringify(verdict);
}

/** Fields that nothing but an operation on the entity itself changes. */
const FIELDS: Record<string, readonly string[]> = {
  ledger: ["name", "largeTransactionFrom"],
  account: ["name", "openingBalance", "note", "closed"],
  category: ["name", "color", "icon"],
  budget: ["name", "rollover"],
  transaction: ["note", "payee", "date", "amount", "status", "accountId"],
};

/** What a creation that does not say it has. */
const UNSAID: Record<string, Json> = { closed: false, status: "cleared", openingBalance: 0 };

interface Edit extends OutboxRow {
  readonly device: Device;
  readonly version: number;
}

/** Of each field, the value is that of the last edit that the server acknowledged; what was last deleted is gone, and nothing else is. */
export async function shouldKeepEveryEdit(
  devices: readonly Device[],
  present: readonly Device[],
  isRestored: boolean,
): Promise<void> {
  const replica = (present[0] as Device).replica;
  const there = new Map((await replica.store.read(rowsOnServer)).map(({ key, data }) => [key, data]));
  const [done, unheard] = [(await Promise.all(devices.map(editsOf))).flat(), await unheardOf(devices)];
  for (const [key, edits] of groupedBy(done, entityKey)) {
    // Of what a server that was killed may have done for somebody who stays away, nobody knows.
    if (unheard.has(key)) continue;
    // What a restored server has forgotten, it hears again from whoever comes back.
    if (isRestored && edits.some(({ device }) => !present.includes(device))) continue;
    edits.sort((one, other) => one.version - other.version);
    const now = there.get(key);
    const wrong = now ? notAsSaid(edits, key, now) : {};
    const isGone = edits.at(-1)?.outcome?.deleted === true;
    if (isGone !== (now !== undefined) && Object.keys(wrong).length === 0) continue;
    const story = edits.map(({ operation, outcome }) => ({ ...operation, outcome }));
    throw new Error(`An edit of ${key} was lost: ${JSON.stringify({ isGone, wrong, now, story })}`);
  }
}

/** What the server did, whether its answer came through or not: who was removed meanwhile asks no more. */
async function editsOf(device: Device): Promise<Edit[]> {
  const rows = await device.replica.store.read(async (tables) => [
    ...(await tables.range("sent")),
    ...(await tables.range("outbox")),
  ]);
  const said = new Map(device.network.said.map((outcome) => [outcome.id, outcome]));
  return rows.flatMap((row) => {
    const outcome = row.outcome ?? said.get(row.operation.id);
    const isDone = outcome?.status === "applied" || outcome?.status === "merged";
    return isDone && outcome.version !== undefined ? [{ ...row, outcome, device, version: outcome.version }] : [];
  });
}

/** The entities of what was sent and not answered. */
async function unheardOf(devices: readonly Device[]): Promise<Set<string>> {
  const keys = new Set<string>();
  for (const { network, replica } of devices) {
    const said = new Set(network.said.map(({ id }) => id));
    const rows = await replica.store.read((tables) => tables.range("outbox"));
    for (const row of rows) {
      const { id } = row.operation;
      if (row.state === "pending" && network.sent.has(id) && !said.has(id)) keys.add(entityKey(row));
    }
  }
  return keys;
}

/** Fields that are not as they were said last. To say what was so anyway, before one's eyes, is no edit. */
function notAsSaid(edits: readonly Edit[], key: string, now: JsonObject): Record<string, unknown> {
  const wrong: Record<string, unknown> = {};
  for (const name of FIELDS[key.slice(0, key.indexOf("/"))] ?? []) {
    const said: { edit: Edit; value: Json | undefined }[] = [];
    for (const edit of edits) {
      const data = saidBy(edit);
      if (!(name in data)) continue;
      const isSeen = (before: Edit) =>
        before.device === edit.device || before.version <= (edit.operation.baseVersion ?? 0);
      const seen = said.findLast((before) => isSeen(before.edit));
      const isEdit = edit.operation.baseVersion === undefined || !sameJson(seen?.value ?? UNSAID[name], data[name]);
      if (isEdit) said.push({ edit, value: data[name] });
    }
    const last = said.at(-1);
    if (last && !sameJson(last.value, now[name])) wrong[name] = { said: last.value, is: now[name] };
  }
  return wrong;
}

function saidBy({ operation: { type, data = {} } }: Edit): JsonObject {
  return type === "account.close" || type === "account.reopen" ? { closed: type === "account.close" } : data;
}
