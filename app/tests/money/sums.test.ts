import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, numberOf } from "../../src/replica/money/dates.ts";
import { type Entry, linesOf, sidesOf } from "../../src/replica/money/entries.ts";
import { MemoryStore } from "../../src/replica/store/memory.ts";
import type { Reading } from "../../src/replica/store/store.ts";
import { type Balance, balancesOf } from "../../src/replica/sums/balances.ts";
import { statusesOn } from "../../src/replica/sums/statuses.ts";
import { put, remove, transaction } from "../support/entries.ts";

const accounts = ["a", "b", "off"];
const anchor = (id: string) => ({ id, openingBalance: 100, openedOn: "2026-01-15" });
const date = fc.integer({ min: numberOf("2025-12-01"), max: numberOf("2026-04-30") }).map(dayOf);
const amount = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }).filter((minor) => minor !== 0);
const category = fc.constantFrom(null, "food", "fun", "salary");
const status = fc.constantFrom("pending" as const, "cleared" as const, "reconciled" as const);
const plain = fc.record({
  accountId: fc.constantFrom(...accounts),
  date,
  amount,
  categoryId: category,
  status,
  splits: fc.constant([]),
});
const transfer = fc
  .record({
    accountId: fc.constant("a"),
    date,
    amount,
    status,
    splits: fc.constant([]),
    other: fc.record({ date, status }),
  })
  .map(({ other, ...entry }) => ({ ...entry, transfer: { accountId: "b", amount: -entry.amount, ...other } }));
const spent = transfer.map((entry) => ({
  ...entry,
  categoryId: "food",
  transfer: { ...entry.transfer, accountId: "off" },
}));
const split = fc.tuple(plain, amount, amount, category).map(([entry, first, second, categoryId]) => ({
  ...entry,
  accountId: "a",
  categoryId: null,
  amount: first + second,
  splits: [
    { amount: first, categoryId },
    { amount: second, transfer: { accountId: "b", amount: -second } },
  ],
}));
const entries = fc.array(fc.oneof(plain, transfer, spent, split), { maxLength: 30 }) as fc.Arbitrary<Entry[]>;

async function stored(all: readonly Entry[]): Promise<MemoryStore> {
  const store = new MemoryStore();
  await put(
    store,
    all.map((entry, place) => transaction(`t${place}`, entry)),
  );
  return store;
}

async function balanceOf(tables: Reading, id: string, on?: string): Promise<Balance> {
  return (await balancesOf(tables, accounts.map(anchor), on)).get(id) as Balance;
}

describe("balances", () => {
  it("are the opening balance and every side from its day on, and go backwards before it", async () => {
    await fc.assert(
      fc.asyncProperty(entries, date, async (all, on) => {
        const store = await stored(all);
        for (const id of accounts) {
          const sides = all.flatMap(sidesOf).filter((side) => side.accountId === id);
          const sum = (of: typeof sides) => of.reduce((total, side) => total + BigInt(side.amount), 0n);
          const { openedOn } = anchor(id);
          const now = await store.read((tables) => balanceOf(tables, id));
          expect(now.balance).toBe(100n + sum(sides.filter((side) => side.date >= openedOn)));
          expect(now.clearedBalance).toBe(
            100n + sum(sides.filter((side) => side.date >= openedOn && side.status !== "pending")),
          );
          expect(now.entries).toBe(sides.length);
          const then = await store.read((tables) => balanceOf(tables, id, on));
          const upTo = sum(sides.filter((side) => side.date <= on));
          expect(then.balance).toBe(100n + upTo - sum(sides.filter((side) => side.date < openedOn)));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("sums", () => {
  it("are nothing once everything is gone", async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (all) => {
        const store = await stored(all);
        await remove(
          store,
          all.map((_, place) => `transaction/t${place}`),
        );
        expect(await store.read((tables) => tables.range("sums"))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("are the same whatever came in between", async () => {
    await fc.assert(
      fc.asyncProperty(entries, entries, async (first, then) => {
        const detour = await stored(first);
        await remove(
          detour,
          first.map((_, place) => `transaction/t${place}`),
        );
        await put(
          detour,
          then.map((entry, place) => transaction(`t${place}`, entry)),
        );
        const straight = await stored(then);
        const sums = (store: MemoryStore) => store.read((tables) => tables.range("sums"));
        expect(await sums(detour)).toEqual(await sums(straight));
      }),
      { numRuns: 40 },
    );
  });
});

describe("what a budget spent", () => {
  const reference = {
    accounts: new Map([
      ["a", { id: "a", currency: "EUR", onBudget: true }],
      ["b", { id: "b", currency: "EUR", onBudget: true }],
      ["off", { id: "off", currency: "EUR", onBudget: false }],
    ]),
    categories: new Map([
      ["food", { id: "food", kind: "expense" as const }],
      ["fun", { id: "fun", kind: "expense" as const }],
      ["salary", { id: "salary", kind: "income" as const }],
    ]),
  };

  it("is the sum of the lines that count", async () => {
    const scope = fc.record({ categoryIds: fc.subarray(["food", "fun"]), accountIds: fc.subarray(accounts) });
    await fc.assert(
      fc.asyncProperty(entries, scope, async (all, { categoryIds, accountIds }) => {
        const plan = { period: "week" as const, startsOn: "2026-01-01", rollover: "both" as const, thresholds: [] };
        const budget = {
          id: "b",
          currency: "EUR",
          ...plan,
          categoryIds,
          accountIds,
          amounts: [{ fromPeriodStart: "2026-01-01", amount: 0 }],
        };
        const store = await stored(all);
        const status = (await store.read((tables) => statusesOn(tables, [budget], reference, "2026-03-31"))).get("b");
        const counted = all.flatMap(linesOf).filter((line) => {
          if (line.date < "2026-01-01" || line.date > (status?.periodEnd ?? "")) return false;
          if (!(accountIds.length === 0 ? line.accountId !== "off" : accountIds.includes(line.accountId))) return false;
          if (categoryIds.length > 0) return line.categoryId !== null && categoryIds.includes(line.categoryId);
          return line.categoryId === null ? line.amount < 0 : line.categoryId !== "salary";
        });
        const total = counted.reduce((sum, line) => sum - BigInt(line.amount), 0n);
        // With all carried over and nothing planned, what remains is what was ever spent.
        expect(status?.remaining).toBe(-total);
      }),
      { numRuns: 60 },
    );
  });
});
