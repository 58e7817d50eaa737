import fc from "fast-check";
import { dayOf, numberOf } from "../../src/replica/money/dates.ts";
import type { Entry } from "../../src/replica/money/entries.ts";

const date = fc.integer({ min: numberOf("2025-12-01"), max: numberOf("2026-04-30") }).map(dayOf);
const amount = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }).filter((minor) => minor !== 0);
const categoryId = fc.constantFrom(null, "food", "fun", "salary");
const status = fc.constantFrom("pending" as const, "cleared" as const, "reconciled" as const);
const splits = fc.constant([]);
const accountId = fc.constantFrom("a", "b", "off", "usd");

const plain = fc.record({ accountId, date, amount, categoryId, status, splits });
const transfer = fc
  .record({ accountId: fc.constant("a"), date, amount, categoryId, status, splits, otherDate: date })
  .map(({ otherDate, ...entry }) => ({
    ...entry,
    transfer: { accountId: "off", amount: -entry.amount, date: otherDate },
  }));
const split = fc.tuple(plain, amount, amount, categoryId).map(([entry, first, second, category]) => ({
  ...entry,
  accountId: "a",
  categoryId: null,
  amount: first + second,
  splits: [
    { amount: first, categoryId: category },
    { amount: second, transfer: { accountId: "b", amount: -second } },
  ],
}));

/** Entries of any shape, in four accounts and four categories. */
export const anyEntries = fc.array(fc.oneof(plain, transfer, split), { maxLength: 30 }) as fc.Arbitrary<Entry[]>;

export const someAccounts = new Map([
  ["a", { id: "a", currency: "EUR", onBudget: true }],
  ["b", { id: "b", currency: "EUR", onBudget: true }],
  ["off", { id: "off", currency: "EUR", onBudget: false }],
  ["usd", { id: "usd", currency: "USD", onBudget: true }],
]);

export const someCategories = new Map([
  ["food", { id: "food", kind: "expense" as const }],
  ["fun", { id: "fun", kind: "expense" as const }],
  ["salary", { id: "salary", kind: "income" as const }],
]);
