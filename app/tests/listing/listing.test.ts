import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runningBalances } from "../../src/listing/balances.ts";
import { type Item, listing } from "../../src/listing/listing.ts";
import { offsetsOf, windowOf } from "../../src/listing/window.ts";
import { type Line, newestFirst } from "../../src/replica/index.ts";

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
