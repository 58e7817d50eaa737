import { describe, expect, it } from "vitest";
import type { Standing } from "../../src/budgets/read.ts";
import { totalOf } from "../../src/budgets/total.ts";

const standing = (budget: object = {}, status: object = {}): Standing =>
  ({
    budget: { currency: "EUR", categoryIds: ["food"], accountIds: [], ...budget },
    status: {
      periodStart: "2026-06-01",
      periodEnd: "2026-06-30",
      available: 500n,
      spent: 200n,
      remaining: 300n,
      ...status,
    },
  }) as never;

describe("budgets together", () => {
  it("are the sum of those that count nothing twice", () => {
    const together = totalOf([standing(), standing({ categoryIds: ["home"] })]);
    expect(together).toEqual({ currency: "EUR", available: 1000n, spent: 400n, remaining: 600n });
  });

  it("have no sum where an entry may count in two of them", () => {
    expect(totalOf([standing(), standing({ categoryIds: ["home", "food"] })])).toBeNull();
    // Without categories it is a budget for everything.
    expect(totalOf([standing(), standing({ categoryIds: [] })])).toBeNull();
    expect(totalOf([standing({ accountIds: ["cash"] }), standing({ accountIds: ["card"] })])).not.toBeNull();
    expect(totalOf([standing({ accountIds: ["cash"] }), standing()])).toBeNull();
  });

  it("have no sum in several currencies or periods, nor alone", () => {
    const home = { categoryIds: ["home"] };
    expect(totalOf([standing(), standing({ ...home, currency: "USD" })])).toBeNull();
    expect(totalOf([standing(), standing(home, { periodEnd: "2026-06-07" })])).toBeNull();
    expect(totalOf([standing()])).toBeNull();
    expect(totalOf([])).toBeNull();
  });
});
