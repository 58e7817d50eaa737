import { rm } from "node:fs/promises";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Replica } from "../../src/replica/replica.ts";
import { choices } from "../../src/replica/sync/decisions.ts";
import { rowsOnServer } from "../../src/replica/sync/digest.ts";
import { type Act, acts, begin, perform } from "../support/acts.ts";
import { Device } from "../support/device.ts";
import { Household, startTarget, type Target } from "../support/household.ts";

/** How many schedules; MYBUDGET_SCHEDULES asks for more. */
const runs = Number(process.env.MYBUDGET_SCHEDULES ?? 25);
const today = "2026-06-15";

let target: Target;
let household: Household;
beforeAll(async () => {
  target = await startTarget();
  household = await Household.register(target);
});
afterAll(() => target.stop());

describe("devices that edit one ledger at random, lose requests and answers, crash and restart", () => {
  it("end identical to each other and to the server, with every edit done once or in somebody's hands", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 4 }), acts, async (count, schedule) => {
        if (target.reference) target.reference.pageSize = 3;
        if (household.isFull) household = await Household.register(target);
        const ledgerId = await household.createLedger();
        const devices = await Promise.all(
          Array.from({ length: count }, (_, place) => Device.start(household, ledgerId, place)),
        );
        await begin(devices[0] as Device, today);
        for (const { replica } of devices) await syncWell(replica);
        for (const act of schedule) {
          const device = devices[act.device % count] as Device;
          await perform(device, act as Act, today);
          await device.remember();
        }
        await settle(devices);
        await shouldBeIdentical(devices, await household.replica(ledgerId));
        await shouldHaveLostNothing(devices);
        for (const device of devices) await device.end();
      }),
      { numRuns: runs, interruptAfterTimeLimit: 3_600_000, markInterruptAsFailure: true, ...reproduction() },
    );
  }, 3_600_000);
});

/** A failure says its seed and path; given again by MYBUDGET_SEED and MYBUDGET_PATH it is the same. */
function reproduction() {
  const { MYBUDGET_SEED: seed, MYBUDGET_PATH: path } = process.env;
  return { ...(seed ? { seed: Number(seed) } : {}), ...(path ? { path } : {}) };
}

/** Everybody comes online, and whoever was told of a conflict decides. */
async function settle(devices: readonly Device[]): Promise<void> {
  for (const device of devices) device.comeOnline();
  for (let round = 0; round < 3; round++) {
    for (const device of devices) {
      await syncWell(device.replica);
      const issues = await device.replica.issues();
      for (const [place, issue] of issues.entries()) {
        device.told.add(issue.key);
        const decisions = round === 0 ? choices(issue) : (["theirs"] as const);
        await device.replica.decide(issue.key, decisions[place % decisions.length] ?? "theirs", today);
        await device.remember();
      }
    }
  }
  for (const device of devices) {
    await syncWell(device.replica);
    for (const issue of await device.replica.issues()) {
      device.told.add(issue.key);
      await device.replica.decide(issue.key, "theirs", today);
    }
  }
  for (const device of devices) await syncWell(device.replica);
}

async function syncWell(replica: Replica): Promise<void> {
  const answer = await replica.sync();
  if (!answer.ok) throw new Error(`A device that is online could not sync: ${JSON.stringify(answer)}`);
}

async function shouldBeIdentical(devices: readonly Device[], fresh: Replica): Promise<void> {
  await syncWell(fresh);
  const expected = await stateOf(fresh);
  for (const { replica } of [...devices, { replica: fresh }]) {
    expect(await replica.pending()).toEqual([]);
    expect(await replica.store.read((tables) => tables.range("base"))).toEqual([]);
    expect(await stateOf(replica)).toEqual(expected);
    const checked = await replica.check();
    await shouldHaveTheServersStatuses(replica);
    expect(checked.ok && { repaired: checked.value.repaired, remaining: checked.value.remaining }).toEqual({
      repaired: [],
      remaining: { kinds: [], accounts: [] },
    });
  }
}

/** A real server computes budgets, too. */
async function shouldHaveTheServersStatuses(replica: Replica): Promise<void> {
  if (target.reference) return;
  const path = `ledgers/${replica.ledgerId}/budgets/status?on=${today}`;
  const answer = await household.session.request({ method: "GET", path });
  const theirs = (answer as unknown as { value: { items: { budgetId: string }[] } }).value.items;
  const mine = [...(await replica.statuses(today))].map(([budgetId, status]) => ({ budgetId, on: today, ...status }));
  const inOrder = (items: { budgetId: string }[]) =>
    items.sort((left, right) => (left.budgetId < right.budgetId ? -1 : 1));
  const plain = JSON.parse(JSON.stringify(mine, (_, value) => (typeof value === "bigint" ? Number(value) : value)));
  expect(inOrder(plain)).toEqual(inOrder(theirs));
}

async function stateOf(replica: Replica): Promise<unknown> {
  const rows = await replica.store.read(rowsOnServer);
  const entities = rows.map(({ key, data }) => [key, data] as const).sort(([left], [right]) => (left < right ? -1 : 1));
  const sums = await replica.store.read((tables) => tables.range("sums"));
  return { entities, sums, balances: await replica.balances(), statuses: await replica.statuses(today) };
}

/** Whatever somebody did was acknowledged, or they were asked about it; and what was recorded is there, or was deleted by somebody. */
async function shouldHaveLostNothing(devices: readonly Device[]): Promise<void> {
  const deleted = new Set(devices.flatMap((device) => device.deleted));
  const there = new Set((await devices[0]?.replica.all("transaction"))?.map(({ id }) => id));
  for (const { replica, given, told } of devices) {
    const [sent, left] = await replica.store.read(async (tables) => [
      await tables.range("sent"),
      await tables.range("outbox"),
    ]);
    const done = new Map(sent.map(({ operation, outcome }) => [operation.id, outcome?.status]));
    expect(left).toEqual([]);
    expect([...given].filter((id) => !done.has(id) && !told.has(id))).toEqual([]);
    expect([...done.values()].filter((status) => status !== "applied" && status !== "merged")).toEqual([]);
    const recorded = sent.filter(({ operation }) => operation.type === "transaction.record");
    const lost = recorded.filter(({ operation: { entityId } }) => !there.has(entityId) && !deleted.has(entityId));
    expect(lost).toEqual([]);
  }
}

afterAll(async () => rm(Device.folder, { recursive: true, force: true }));
