import "fake-indexeddb/auto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entriesBetween } from "../../src/figures/entries-between.ts";
import type { LedgerApi } from "../../src/replica/api/ledger-api.ts";
import { realSurroundings } from "../../src/replica/ids.ts";
import { sidesOf } from "../../src/replica/money/entries.ts";
import { Replica } from "../../src/replica/replica.ts";
import { IndexedDbStore } from "../../src/replica/store/indexeddb.ts";
import { MemoryStore } from "../../src/replica/store/memory.ts";
import type { Store } from "../../src/replica/store/store.ts";
import { put, transaction } from "../support/entries.ts";

const replicaOn = (store: Store) =>
  new Replica({ store, api: { ledgerId: "l" } as LedgerApi, surroundings: realSurroundings });

const splitOver = (first: string, second: string) => ({
  accountId: "cash",
  date: first,
  amount: -300,
  splits: [
    { amount: -100, transfer: { accountId: "bank", amount: 100, date: first } },
    { amount: -200, transfer: { accountId: "bank", amount: 200, date: second } },
  ],
});

const stores: readonly [string, () => Promise<Store>][] = [
  ["in memory", async () => new MemoryStore()],
  ["in IndexedDB", () => IndexedDbStore.open(`between-${Math.random()}`)],
];

describe.each(stores)("entries of some days %s", (_, open) => {
  it("have those in them whose parts go to an account on several days, whatever day is asked for", async () => {
    const replica = replicaOn(await open());
    await put(replica.store, [transaction("t", splitOver("2026-03-05", "2026-03-20"))]);
    const on = async (day: string) => (await entriesBetween(replica, ["bank"], day, day)).map(({ id }) => id);
    expect(await on("2026-03-05")).toEqual(["t"]);
    expect(await on("2026-03-20")).toEqual(["t"]);
    expect(await on("2026-03-10")).toEqual([]);
    // The list of the account has it once.
    const { items } = await replica.transactions({ account: "bank", limit: 10 });
    expect(items.map(({ id }) => id)).toEqual(["t"]);
  });
});

const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-03-0${n}`);
const account = fc.constantFrom<string>("cash", "bank", "card");
const part = fc.record({ to: account, date: fc.option(day) });
const entry = fc.record({ accountId: account, date: day, parts: fc.array(part, { maxLength: 3 }) });

it("entries of some days are those with a side in the accounts on one of them", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { maxLength: 12 }),
      fc.tuple(day, day),
      fc.uniqueArray(account),
      async (entries, days, asked) => {
        const [from = "", to = ""] = [...days].sort();
        const rows = entries.map(({ accountId, date, parts }, place) =>
          transaction(`t${place}`, {
            accountId,
            date,
            amount: -100 * Math.max(1, parts.length),
            splits: parts.map(({ to: other, date: own }) => ({
              amount: -100,
              transfer: { accountId: other, amount: 100, date: own },
            })),
          }),
        );
        const replica = replicaOn(new MemoryStore());
        await put(replica.store, rows);
        const found = (await entriesBetween(replica, asked, from, to)).map(({ id }) => id).sort();
        const meant = rows.filter(({ data }) =>
          sidesOf(data as never).some((side) => asked.includes(side.accountId) && side.date >= from && side.date <= to),
        );
        expect(found).toEqual(meant.map(({ id }) => id).sort());
      },
    ),
  );
});
