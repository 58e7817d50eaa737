import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparedWith, monthsIn, pointsIn, rangeOf } from "../../src/figures/ranges.ts";
import { type Bar, behind, piecesOf, tallyOf } from "../../src/figures/tally.ts";
import { MemoryStore } from "../../src/replica/store/memory.ts";
import { spentBetween } from "../../src/replica/sums/days.ts";
import { anyEntries, someAccounts, someCategories } from "../support/any-entries.ts";
import { put, transaction } from "../support/entries.ts";

const scope = { currency: "EUR", accounts: someAccounts, categories: someCategories };
const bars: readonly Bar[] = (["expense", "income"] as const).flatMap((flow) => [
  { flow },
  ...["2026-01", "2026-02", "2026-03"].map((month) => ({ flow, month })),
  ...[null, "food", "fun", "salary"].map((categoryId) => ({ flow, categoryId })),
  { flow, categoryId: "food", month: "2026-02" },
]);

describe("a bar of a chart", () => {
  it("is the sum of the entries behind it", async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries, fc.constantFrom("month", "quarter", "year"), async (entries, kind) => {
        const store = new MemoryStore();
        await put(
          store,
          entries.map((entry, place) => transaction(`t${place}`, entry)),
        );
        const range = rangeOf(kind as "month", "2026-02-15", 0, null);
        const tally = tallyOf(piecesOf(await spentBetween(store, range.from, range.to)), scope, range);
        for (const bar of bars) {
          const sum = behind(entries, scope, range, bar).reduce((total, one) => total + one.sum, 0n);
          expect(sum).toBe(tally.of(bar));
        }
      }),
    );
  });

  it("is as long as its months, and as its categories, together", async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries, async (entries) => {
        const range = { from: "2026-01-01", to: "2026-03-31" };
        const store = new MemoryStore();
        await put(
          store,
          entries.map((entry, place) => transaction(`t${place}`, entry)),
        );
        const tally = tallyOf(piecesOf(await spentBetween(store, range.from, range.to)), scope, range);
        for (const flow of ["expense", "income"] as const) {
          const months = monthsIn(range).reduce((total, month) => total + tally.of({ flow, month }), 0n);
          const parts = tally.categories(flow).reduce((total, [, sum]) => total + sum, 0n);
          expect(months).toBe(tally.of({ flow }));
          expect(parts).toBe(tally.of({ flow }));
        }
      }),
    );
  });

  it("counts no account that is off budget, and converts nothing", () => {
    const of = (accountId: string, amount: bigint) => ({ date: "2026-02-01", accountId, categoryId: "food", amount });
    const range = { from: "2026-02-01", to: "2026-02-28" };
    const tally = tallyOf([of("a", -5n), of("off", -7n), of("usd", -9n)], scope, range);
    expect(tally.of({ flow: "expense" })).toBe(5n);
    expect([...tally.unconverted]).toEqual([["USD", -9n]]);
  });
});

describe("ranges", () => {
  it("are months, three of them, a year, or all", () => {
    expect(rangeOf("month", "2026-03-31", -1, null)).toEqual({ from: "2026-02-01", to: "2026-02-28" });
    expect(rangeOf("quarter", "2026-03-31", 0, null)).toEqual({ from: "2026-01-01", to: "2026-03-31" });
    expect(rangeOf("year", "2026-03-31", -1, null)).toEqual({ from: "2025-01-01", to: "2025-12-31" });
    expect(rangeOf("all", "2026-03-31", 0, "2024-05")).toEqual({ from: "2024-05-01", to: "2026-03-31" });
  });

  it("are compared with as many days of the one before while they run", () => {
    const march = rangeOf("month", "2026-03-30", 0, null);
    expect(comparedWith("month", march, "2026-03-10")).toEqual({
      range: { from: "2026-02-01", to: "2026-02-10" },
      isPart: true,
    });
    expect(comparedWith("month", march, "2026-03-30")?.range.to).toBe("2026-02-28");
    expect(comparedWith("month", march, "2026-04-01")).toEqual({
      range: { from: "2026-02-01", to: "2026-02-28" },
      isPart: false,
    });
    expect(comparedWith("all", march, "2026-04-01")).toBeNull();
  });

  it("have points up to today and none after", () => {
    expect(pointsIn("month", { from: "2026-03-01", to: "2026-03-31" }, "2026-03-03")).toEqual([
      "2026-03-01",
      "2026-03-02",
      "2026-03-03",
    ]);
    // Of an age, the ends of its years, and today.
    const age = pointsIn("all", { from: "1900-01-01", to: "2026-03-31" }, "2026-03-03");
    expect([age.length, age[0], age.at(-2), age.at(-1)]).toEqual([127, "1900-12-31", "2025-12-31", "2026-03-03"]);
    expect(pointsIn("year", { from: "2026-01-01", to: "2026-12-31" }, "2026-03-03")).toEqual([
      "2026-01-31",
      "2026-02-28",
      "2026-03-03",
    ]);
    expect(pointsIn("month", { from: "2026-04-01", to: "2026-04-30" }, "2026-03-03")).toEqual([]);
  });
});
