import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataOf, faultsIn, formOf, patchOf, thresholdsIn } from "../../src/budgets/form.ts";
import { outlookOf, recentDaysOf } from "../../src/budgets/outlook.ts";
import { dayToAsk, periodFrom } from "../../src/budgets/periods.ts";
import { monthsBefore, suggestionsFrom } from "../../src/budgets/suggestions.ts";
import { amountOn, recreated, unrevised } from "../../src/budgets/undo.ts";
import type { Command, Entities, JsonObject } from "../../src/replica/index.ts";
import { effectOf } from "../../src/replica/outbox/effects.ts";

type Budget = Entities["budget"];

const budget = {
  id: "b",
  name: "Food",
  currency: "EUR",
  period: "month",
  every: 1,
  startsOn: "2026-01-01",
  categoryIds: ["food"],
  accountIds: [],
  rollover: "none",
  thresholds: [80],
  amounts: [{ fromPeriodStart: "2026-01-01", amount: 40_000 }],
} as unknown as Budget;

/** What commands make of a budget, by the rules of the outbox. */
function done(data: Budget | undefined, commands: readonly Command[]): Budget {
  const facts = { currencyOf: () => undefined };
  return commands.reduce<JsonObject | undefined>(
    (known, command) => {
      const row = {
        key: "1",
        operation: { id: "o", ...command, entityId: command.entityId ?? "" },
        at: "2026-06-15T10:00:00Z",
        on: "2026-06-15",
        state: "pending" as const,
      };
      return (effectOf(known, row, facts) ?? undefined) as JsonObject | undefined;
    },
    data as unknown as JsonObject | undefined,
  ) as unknown as Budget;
}

const MONTHS = ["2026-01-01", "2026-03-10", "2026-05-31", "2026-06-15", "2026-07-01", "2026-12-24"];
const perMonth = (of: Budget) => MONTHS.map((day) => amountOn(of, day));

const decision = fc.record({
  day: fc.constantFrom(...MONTHS),
  amount: fc.integer({ min: 0, max: 5 }).map((n) => n * 10_000),
  isOnly: fc.boolean(),
});
const revise = ({ day, amount, isOnly }: { day: string; amount: number; isOnly: boolean }): Command => ({
  type: "budget.revise",
  entityId: "b",
  data: { amount, effectiveOn: day, ...(isOnly ? { onlyPeriod: true } : {}) },
});

describe("taking back what was decided about a budget", () => {
  it("gives every period the amount that it had", () => {
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 5 }), decision, (earlier, last) => {
        const before = done(budget, earlier.map(revise));
        const command = revise(last);
        const after = done(before, [command]);
        const back = done(after, unrevised(before, command.data ?? {}, "2026-06-15"));
        expect(perMonth(back)).toEqual(perMonth(before));
      }),
    );
  });

  it("brings a deleted one back with its whole plan", () => {
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 5 }), (decisions) => {
        const before = done(budget, decisions.map(revise));
        const again = done(undefined, recreated(before, "new"));
        expect(perMonth(again)).toEqual(perMonth(before));
        expect(again).toMatchObject({ id: "new", name: "Food", categoryIds: ["food"], thresholds: [80] });
      }),
    );
  });

  it("gives other fields their values, and takes away what was absent", () => {
    const [back] = unrevised(budget, { name: "Meals", endsOn: "2026-12-31" }, "2026-06-15");
    expect(back?.data).toEqual({ name: "Food", endsOn: null });
  });
});

describe("the form of a budget", () => {
  it("says only what was changed", () => {
    const base = formOf(budget, "2026-06-15");
    expect(patchOf(base, base, "2026-06-15", false)).toEqual({});
    expect(patchOf(base, { ...base, name: " Meals ", thresholds: "100 %, 80" }, "2026-06-15", false)).toEqual({
      name: "Meals",
      thresholds: [80, 100],
    });
  });

  it("says of an amount for when it is meant", () => {
    const base = formOf(budget, "2026-06-15");
    expect(patchOf(base, { ...base, amount: 1 }, "2026-06-15", true)).toEqual({
      amount: 1,
      effectiveOn: "2026-06-15",
      onlyPeriod: true,
    });
  });

  it("names what is missing or out of range", () => {
    const base = formOf(budget, "2026-06-15");
    expect([...faultsIn(base, [])]).toEqual([]);
    expect(faultsIn({ ...base, name: " " }, []).has("name")).toBe(true);
    expect(faultsIn(base, ["food"]).has("nameTaken")).toBe(true);
    expect(faultsIn({ ...base, amount: null }, []).has("amount")).toBe(true);
    expect(faultsIn({ ...base, every: "13" }, []).has("every")).toBe(true);
    expect(faultsIn({ ...base, period: "week", every: "52" }, []).size).toBe(0);
    expect(faultsIn({ ...base, period: "once" }, []).has("endsOn")).toBe(true);
    expect(faultsIn({ ...base, endsOn: "2025-12-31" }, []).has("endsOn")).toBe(true);
    expect(thresholdsIn("80, 1001")).toBeNull();
    expect(thresholdsIn("eighty")).toBeNull();
    expect(thresholdsIn("")).toEqual([]);
  });

  it("has no number of weeks or months where the period has none", () => {
    expect(dataOf({ ...formOf(budget, "2026-06-15"), period: "year", every: "3" }).every).toBe(1);
  });
});

describe("periods backwards and forwards", () => {
  it("are the budget's own, and none before the first", () => {
    expect(periodFrom(budget as never, "2026-02-10", 0)?.start).toBe("2026-02-01");
    expect(periodFrom(budget as never, "2026-02-10", -1)?.start).toBe("2026-01-01");
    expect(periodFrom(budget as never, "2026-02-10", -2)).toBeNull();
    expect(periodFrom(budget as never, "2025-12-31", 1)?.start).toBe("2026-01-01");
    expect(periodFrom({ ...budget, endsOn: "2026-02-20" } as never, "2026-02-10", 1)).toBeNull();
  });

  it("are asked on a day in them", () => {
    const period = { index: 0, start: "2026-02-01", end: "2026-02-28" };
    expect(dayToAsk(period, "2026-02-10")).toBe("2026-02-10");
    expect(dayToAsk(period, "2026-03-10")).toBe("2026-02-28");
    expect(dayToAsk(period, "2026-01-10")).toBe("2026-02-01");
  });
});

describe("suggestions", () => {
  const accounts = new Map([
    ["cash", { currency: "EUR", onBudget: true }],
    ["loan", { currency: "EUR", onBudget: false }],
  ]);
  const spent = (date: string, categoryId: string | null, outflow: number, accountId = "cash") => ({
    date,
    accountId,
    categoryId,
    inflow: 0n,
    outflow: BigInt(-outflow),
  });

  it("are the medians of three whole months, the largest first", () => {
    const { months, from, to } = monthsBefore("2026-03-31");
    expect([from, to]).toEqual(["2025-12-01", "2026-02-28"]);
    const sums = [
      spent("2025-12-05", "food", 300),
      spent("2026-01-05", "food", 900),
      spent("2026-02-05", "food", 500),
      spent("2026-01-06", "fun", 700),
      spent("2026-02-06", "fun", 600),
      spent("2026-02-07", "rare", 9_999),
      spent("2026-02-07", null, 9_999),
      spent("2026-02-08", "food", 9_999, "loan"),
    ];
    const known = { currency: "EUR", accounts, categoryIds: new Set(["food", "fun", "rare"]) };
    expect(suggestionsFrom(sums, months, known)).toEqual([
      { categoryId: "fun", amount: 600 },
      { categoryId: "food", amount: 500 },
    ]);
  });
});

describe("the outlook", () => {
  it("lies between two paces, and never below what is spent", () => {
    const whole = fc.bigInt({ min: 0n, max: 10n ** 15n });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 1, max: 31 }), (spent, recent, daysGone) => {
        const recentDays = recentDaysOf(daysGone);
        const { low, high } = outlookOf({ spent, recent, daysGone, days: 31, recentDays });
        expect(low >= spent).toBe(true);
        expect(high >= low).toBe(true);
      }),
    );
  });

  it("is exact where the pace is even", () => {
    const even = { spent: 1_000n, daysGone: 10, days: 30, recent: 500n, recentDays: 5 };
    expect(outlookOf(even)).toEqual({ low: 3_000n, high: 3_000n, recentDays: 5 });
  });
});
