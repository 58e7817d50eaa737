import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fromThenOn, onlyIn, type PlannedAmount } from "../../src/replica/money/amounts.ts";
import type { Rollover } from "../../src/replica/money/budget.ts";
import type { PeriodKind } from "../../src/replica/money/periods.ts";
import { Periods } from "../../src/replica/money/periods.ts";
import { MemoryStore } from "../../src/replica/store/memory.ts";
import { statusesOn } from "../../src/replica/sums/statuses.ts";
import { put, transaction } from "../support/entries.ts";

interface Case {
  name: string;
  accounts: { key: string; currency: string; onBudget: boolean }[];
  categories: { key: string; kind: "expense" | "income" }[];
  transactions: {
    account: string;
    date: string;
    amount: number;
    category?: string;
    splits?: { amount: number; category?: string }[];
    transferTo?: string;
    status?: "pending" | "cleared";
    deleted?: boolean;
  }[];
  budget: {
    amount: number;
    currency: string;
    period: PeriodKind;
    every?: number;
    startsOn: string;
    endsOn: string | null;
    rollover: Rollover;
    categories: string[];
    accounts: string[];
    thresholds: number[];
  };
  changes?: { amount: number; effectiveOn: string; onlyPeriod?: boolean }[];
  expect: Record<string, unknown>[];
}

const cases = JSON.parse(
  readFileSync(new URL("../../../tests/conformance/budgets.json", import.meta.url), "utf8"),
) as Case[];

describe("the worked examples of budgets", () => {
  it("are there", () => expect(cases.length).toBeGreaterThan(20));

  it.each(cases.map((example) => [example.name, example] as const))("come out as published: %s", async (_, example) => {
    const store = new MemoryStore();
    const kept = example.transactions.filter((entry) => !entry.deleted);
    await put(
      store,
      kept.map((entry, place) =>
        transaction(`t${place}`, {
          accountId: entry.account,
          date: entry.date,
          amount: entry.amount,
          status: entry.status ?? "cleared",
          ...(entry.category === undefined ? {} : { categoryId: entry.category }),
          splits: (entry.splits ?? []).map(({ amount, category }) => ({ amount, categoryId: category ?? null })),
          ...(entry.transferTo ? { transfer: { accountId: entry.transferTo, amount: -entry.amount } } : {}),
        }),
      ),
    );
    const accounts = new Map(example.accounts.map(({ key, ...account }) => [key, { id: key, ...account }]));
    const categories = new Map(example.categories.map(({ key, ...category }) => [key, { id: key, ...category }]));
    const { categories: categoryIds, accounts: accountIds, ...budget } = example.budget;
    const planned = { id: "b", ...budget, categoryIds, accountIds, amounts: amountsOf(example) };

    for (const expected of example.expect) {
      const on = expected.on as string;
      const statuses = await store.read((tables) => statusesOn(tables, [planned], { accounts, categories }, on));
      expect(asJson({ on, ...statuses.get("b") })).toEqual(expected);
    }
  });
});

function amountsOf({ budget, changes }: Case): PlannedAmount[] {
  const periods = new Periods(budget);
  let amounts: PlannedAmount[] = [{ fromPeriodStart: budget.startsOn, amount: budget.amount }];
  for (const { amount, effectiveOn, onlyPeriod } of changes ?? []) {
    const period = periods.decidedOn(effectiveOn);
    amounts = onlyPeriod ? onlyIn(amounts, period, amount) : fromThenOn(amounts, period, amount);
  }
  return amounts;
}

function asJson(value: object): unknown {
  return JSON.parse(JSON.stringify(value, (_, member) => (typeof member === "bigint" ? Number(member) : member)));
}
