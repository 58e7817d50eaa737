import fc from "fast-check";
import { expect, test } from "vitest";
import type { Fact } from "../../src/prediction/predict.ts";
import { templatesOf } from "../../src/prediction/templates.ts";
import { dayOf } from "../../src/replica/money/dates.ts";

const TODAY = "2026-11-29";

function fact(part: Partial<Fact>): Fact {
  return { accountId: "cash", amount: -250, date: "2026-11-20", createdAt: "2026-11-20T08:00:00Z", ...part };
}

test("what was made three times alike is offered, and what was made twice is not", () => {
  const coffee = fact({ payee: "Cafe", categoryId: "food" });
  const bus = fact({ payee: "Bus", amount: -300 });
  const facts = [coffee, { ...coffee, payee: "cafe " }, coffee, bus, bus];
  expect(templatesOf(facts, "expense", TODAY)).toEqual([{ fact: coffee, times: 3 }]);
  expect(templatesOf(facts, "income", TODAY)).toEqual([]);
});

test("another amount, account or category is another entry", () => {
  const base = fact({ payee: "Cafe", categoryId: "food" });
  const facts = [base, base, { ...base, amount: -260 }, { ...base, accountId: "card" }, { ...base, categoryId: "fun" }];
  expect(templatesOf(facts, "expense", TODAY)).toEqual([]);
});

test("what is long past is not offered", () => {
  const old = fact({ payee: "Cafe", date: "2026-07-01" });
  expect(templatesOf([old, old, old], "expense", TODAY)).toEqual([]);
});

test("no more than asked for, each of them made three times by the kind that was asked for", () => {
  const facts = fc.array(
    fc.record({
      payee: fc.constantFrom("Cafe", "Bus", ""),
      accountId: fc.constantFrom("cash", "card"),
      amount: fc.constantFrom(-100, -200, 300),
      date: fc.integer({ min: 20_600, max: 20_786 }).map(dayOf),
      createdAt: fc.constant("2026-11-20T08:00:00Z"),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(facts, fc.constantFrom("expense" as const, "income" as const), (known, kind) => {
      const found = templatesOf(known, kind, TODAY);
      expect(found.length).toBeLessThanOrEqual(4);
      for (const { fact, times } of found) {
        expect(fact.amount > 0).toBe(kind === "income");
        const same = known.filter(
          (one) => one.payee === fact.payee && one.accountId === fact.accountId && one.amount === fact.amount,
        );
        expect(times).toBeGreaterThanOrEqual(3);
        expect(times).toBeLessThanOrEqual(same.length);
      }
    }),
  );
});
