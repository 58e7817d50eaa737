import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Flow } from "../../src/replica/index.ts";
import { byMonth, ranked, type Scope, sumOf, told } from "../../src/screens/charts/spending.ts";

const scope: Scope = {
  currency: "EUR",
  accounts: new Map([
    ["card", { currency: "EUR", onBudget: true }],
    ["cash", { currency: "EUR", onBudget: true }],
    ["dollars", { currency: "USD", onBudget: true }],
    ["pension", { currency: "EUR", onBudget: false }],
  ]),
  kinds: new Map([
    ["food", "expense"],
    ["wages", "income"],
  ]),
};

const flow = (change: Partial<Flow>): Flow => ({
  date: "2026-10-03",
  accountId: "card",
  categoryId: null,
  inflow: 0n,
  outflow: 0n,
  ...change,
});

const flows = fc.array(
  fc.record({
    date: fc.constantFrom("2026-09-30", "2026-10-01", "2026-10-31"),
    accountId: fc.constantFrom("card", "cash", "dollars", "pension", "deleted"),
    categoryId: fc.constantFrom(null, "food", "wages", "deleted"),
    inflow: fc.bigInt(0n, 1_000_000n),
    outflow: fc.bigInt(-1_000_000n, 0n),
  }),
);

describe("what is told as spent and earned", () => {
  it("lowers spending by what came back, and income by what was paid back", () => {
    const { spent, earned } = told(
      [
        flow({ categoryId: "food", inflow: 250n, outflow: -1000n }),
        flow({ categoryId: "wages", inflow: 5000n, outflow: -300n }),
      ],
      scope,
    );
    expect([...spent]).toEqual([["food", 750n]]);
    expect([...earned]).toEqual([["wages", 4700n]]);
  });

  it("takes what has no category for spent when it went out and for income when it came in", () => {
    const { spent, earned } = told([flow({ inflow: 700n, outflow: -100n })], scope);
    expect([spent.get(null), earned.get(null)]).toEqual([100n, 700n]);
  });

  it("adds no other currency, and leaves out accounts off the budget", () => {
    const { spent, unconverted } = told(
      [
        flow({ accountId: "dollars", categoryId: "food", outflow: -900n }),
        flow({ accountId: "pension", categoryId: "food", outflow: -400n }),
      ],
      scope,
    );
    expect(sumOf(spent)).toBe(0n);
    expect([...unconverted]).toEqual([["USD", -900n]]);
  });

  it("puts the most first and leaves out what came to nothing", () => {
    expect(
      ranked(
        new Map([
          ["a", 1n],
          ["b", 0n],
          ["c", 5n],
        ]),
      ),
    ).toEqual([
      ["c", 5n],
      ["a", 1n],
    ]);
  });

  it("earns less spends what the counted accounts won, and months add up to the whole", () => {
    fc.assert(
      fc.property(flows, (all) => {
        const { spent, earned } = told(all, scope);
        const counted = all.filter(({ accountId }) => accountId === "card" || accountId === "cash");
        const won = counted.reduce((sum, { inflow, outflow }) => sum + inflow + outflow, 0n);
        expect(sumOf(earned) - sumOf(spent)).toBe(won);
        const months = byMonth(all, ["2026-09", "2026-10"], scope);
        expect(months.reduce((sum, month) => sum + month.spent, 0n)).toBe(sumOf(spent));
        expect(months.reduce((sum, month) => sum + month.earned, 0n)).toBe(sumOf(earned));
      }),
    );
  });
});
