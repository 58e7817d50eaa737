import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { behind } from "../../src/figures/tally.ts";
import { runningBalances } from "../../src/listing/balances.ts";
import { type Item, listing } from "../../src/listing/listing.ts";
import { offsetsOf, windowOf } from "../../src/listing/window.ts";
import { type Line, newestFirst } from "../../src/replica/index.ts";
import { matcher } from "../../src/search/matches.ts";
import { anyEntries, someAccounts, someCategories } from "../support/any-entries.ts";

const today = "2026-11-20";
let ids = 0;
function line(date: string, amount: number, part: Partial<Line> = {}): Line {
  return {
    id: `l${String(++ids).padStart(4, "0")}`,
    date,
    order: "1",
    accountId: "a",
    amount,
    status: "cleared",
    payee: null,
    categoryId: null,
    createdBy: null,
    importId: null,
    note: null,
    tags: [],
    splits: [],
    transfer: null,
    ...part,
  };
}

const currencyOf = (id: string) => (id === "usd" ? "USD" : "EUR");
const currencyIn = (id: string) => someAccounts.get(id)?.currency;
const options = { today, isPlannedOpen: true, accounts: null, currencyOf };
const told = (items: readonly Item[]) =>
  items.map((item) => (item.kind === "head" ? [item.key, item.count, ...item.totals.flat()].join(" ") : item.amount));

describe("the list of entries", () => {
  it("has what is pending on top, what is planned under a fold, and days with what they come to", () => {
    const lines = [
      line("2026-12-01", -500),
      line("2026-11-20", -100, { status: "pending" }),
      line("2026-11-20", -200),
      line("2026-11-20", -300, { accountId: "usd" }),
      line("2026-11-19", -50),
    ];
    expect(told(listing(lines, options).items)).toEqual([
      "pending 1 EUR -100",
      -100,
      "planned 1 EUR -500",
      -500,
      "2026-11-20 2 USD -300 EUR -200",
      -200,
      -300,
      "2026-11-19 1 EUR -50",
      -50,
    ]);
    const folded = listing(lines, { ...options, isPlannedOpen: false }).items;
    expect(folded.filter(({ key }) => key === lines[0]!.id)).toEqual([]);
  });

  it("counts transfers in an account and not in the whole", () => {
    const moved = line("2026-11-20", -700, { transfer: { accountId: "b", amount: 700, date: "2026-11-18" } });
    const lines = [moved, line("2026-11-19", -1)];
    expect(told(listing(lines, options).items)[0]).toBe("2026-11-20 1");
    expect(told(listing([moved], { ...options, accounts: new Set(["b"]) }).items)).toEqual([
      "2026-11-18 1 EUR 700",
      700,
    ]);
  });

  it("counts of an entry in parts what is in the categories that are asked for", () => {
    const splits = [
      { amount: -2000, categoryId: "food" },
      { amount: -500, categoryId: "fun" },
      { amount: -300 },
      { amount: -1200, transfer: { accountId: "b", amount: 1200 } },
    ];
    const parted = line("2026-11-20", -4000, { splits });
    const lines = [parted, line("2026-11-20", -100, { categoryId: "food" })];
    const shown = (...ids: string[]) => listing(lines, { ...options, categories: new Set(ids) }).items;
    expect(told(shown("food"))).toEqual(["2026-11-20 2 EUR -2100", -2000, -100]);
    expect(shown("food").map((item) => (item.kind === "line" ? item.whole : null))).toEqual([null, -4000, undefined]);
    expect(told(listing([parted], { ...options, categories: new Set(["food", "fun"]) }).items)).toEqual([
      "2026-11-20 1 EUR -2500",
      -2500,
    ]);
    expect(told(listing([parted], { ...options, categories: new Set(["none"]) }).items)).toEqual([
      "2026-11-20 1 EUR -300",
      -300,
    ]);
    expect(told(listing([parted], { ...options, categories: null }).items)).toEqual(["2026-11-20 1 EUR -2800", -4000]);
  });

  it("comes to the bar of a chart, where a category is asked for", () => {
    const scope = { currency: "EUR", accounts: someAccounts, categories: someCategories };
    const range = { from: "2000-01-01", to: "2099-12-31" };
    fc.assert(
      fc.property(anyEntries, (entries) => {
        // Transfers count where one account is looked at.
        const own = entries.filter(
          ({ accountId }) => someAccounts.get(accountId)?.onBudget && currencyIn(accountId) === "EUR",
        );
        const lines = own
          .filter(({ transfer, splits }) => !transfer && splits.every((part) => !part.transfer))
          .map((entry) => line(entry.date, entry.amount, { ...entry, transfer: null }))
          .filter(matcher({ categoryId: ["food"] }, () => 2));
        const { items } = listing(lines, { ...options, categories: new Set(["food"]) });
        const heads = items.flatMap((item) => (item.kind === "head" ? item.totals.map(([, sum]) => sum) : []));
        const bar = behind(lines, scope, range, { flow: "expense", categoryId: "food" });
        expect(-heads.reduce((sum, one) => sum + one, 0n)).toBe(bar.reduce((sum, one) => sum + one.sum, 0n));
      }),
    );
  });

  it("shows each entry once, whatever there is", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, "0")}`);
    const one = fc.record({ day, amount: fc.integer(), isPending: fc.boolean() });
    fc.assert(
      fc.property(fc.array(one), (some) => {
        const lines = some
          .map(({ day, amount, isPending }) => line(day, amount, { status: isPending ? "pending" : "cleared" }))
          .sort(newestFirst);
        const { items } = listing(lines, options);
        const shown = items.filter((item) => item.kind === "line").map(({ key }) => key);
        expect(shown.sort()).toEqual(lines.map(({ id }) => id).sort());
        const heads = items.filter((item) => item.kind === "head");
        expect(new Set(heads.map(({ key }) => key)).size).toBe(heads.length);
        const totals = heads.flatMap(({ totals }) => totals.map(([, sum]) => sum));
        expect(totals.reduce((sum, one) => sum + one, 0n)).toBe(
          lines.reduce((sum, one) => sum + BigInt(one.amount), 0n),
        );
      }),
    );
  });
});

describe("the running balance of an account", () => {
  it("ends in today's balance, and goes backwards before the opening", () => {
    const lines = [
      line("2026-12-24", -9999),
      line("2026-11-20", -100, { status: "pending" }),
      line("2026-11-19", -200),
      line("2026-11-01", 1000),
      line("2026-10-01", -50),
    ];
    const account = { id: "a", openingBalance: 5000, openedOn: "2026-11-01" };
    const after = runningBalances(lines, account, today);
    expect(lines.map(({ id }) => after.get(id))).toEqual([undefined, 5700n, 5800n, 6000n, 5000n]);
  });
});

describe("the part of a list that is drawn", () => {
  it("has all that is in sight", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 200 }), fc.nat(10_000), fc.nat(1000), (heads, top, height) => {
        const items = heads.map((isHead) => ({ kind: isHead ? "head" : "line" }) as Item);
        const offsets = offsetsOf(items, { head: 48, line: 64 });
        const [first, end] = windowOf(offsets, top, top + height);
        items.forEach((_, place) => {
          const isSeen = offsets[place + 1]! > top && offsets[place]! < top + height;
          if (isSeen) expect(place >= first && place < end).toBe(true);
        });
      }),
    );
  });
});
