import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedSums, type Form, formFault, formOf, patchOf } from "../../src/entries/form.ts";
import type { Entities } from "../../src/replica/index.ts";
import { mergePatch } from "../../src/replica/json.ts";

type Entry = Entities["transaction"];

const entry = (data: Partial<Entry> = {}) =>
  ({
    id: "e",
    accountId: "cash",
    date: "2026-01-05",
    amount: -700,
    payee: "Bank",
    categoryId: "food",
    splits: [],
    tags: [],
    status: "cleared",
    ...data,
  }) as unknown as Entry;
const isForeign = (id: string) => id === "dollars";
const typed = (of: Entry, part: Partial<Form>): Form => ({ ...formOf(of), ...part });

describe("the form of an entry", () => {
  it("turns an expense into a transfer, which is spent on nothing", () => {
    const expense = entry();
    const form = typed(expense, { isTransfer: true, toAccountId: "card" });
    expect(formFault(form, expense, isForeign)).toBeNull();
    expect(patchOf(expense, form, isForeign)).toEqual({ categoryId: null, transfer: { accountId: "card" } });
  });

  it("asks what arrives in another currency, and of income what left", () => {
    const form = typed(entry(), { isTransfer: true, toAccountId: "dollars" });
    expect(formFault(form, entry(), isForeign)).toBe("toAmount");
    const said = { ...form, toAmount: 810 };
    expect(patchOf(entry(), said, isForeign)).toMatchObject({ transfer: { accountId: "dollars", amount: 810 } });
    const income = entry({ amount: 700 });
    const back = typed(income, { isTransfer: true, toAccountId: "dollars", toAmount: 810 });
    expect(patchOf(income, back, isForeign)).toMatchObject({ transfer: { accountId: "dollars", amount: -810 } });
  });

  it("never guesses the other account, nor takes the same", () => {
    expect(formFault(typed(entry(), { isTransfer: true }), entry(), isForeign)).toBe("toAccount");
    const same = typed(entry(), { isTransfer: true, toAccountId: "cash" });
    expect(formFault(same, entry(), isForeign)).toBe("sameAccount");
  });

  it("drops the parts of a split that becomes a transfer", () => {
    const split = entry({
      categoryId: null,
      splits: [
        { amount: -300, categoryId: "food" },
        { amount: -400, categoryId: "home" },
      ],
    } as never);
    const form = typed(split, { isTransfer: true, toAccountId: "card", parts: [] });
    expect(patchOf(split, form, isForeign)).toEqual({ splits: [], transfer: { accountId: "card" } });
  });

  it("takes the other account from what was no transfer after all", () => {
    const transfer = entry({ categoryId: null, transfer: { accountId: "card", amount: 700 } } as never);
    const form = typed(transfer, { isTransfer: false, categoryId: "food" });
    expect(patchOf(transfer, form, isForeign)).toEqual({ categoryId: "food", transfer: null });
  });

  it("says nothing where nothing was typed, and is the form again once its patch was applied", () => {
    const amounts = fc.integer({ min: 1, max: 1e9 });
    const made = fc.record({ amount: amounts, isOut: fc.boolean(), isTransfer: fc.boolean(), note: fc.constant("n") });
    fc.assert(
      fc.property(amounts, made, (was, part) => {
        const before = entry({ amount: -was });
        expect(patchOf(before, formOf(before), isForeign)).toEqual({});
        const form = typed(before, { ...part, toAccountId: part.isTransfer ? "card" : "" });
        const after = mergePatch(before as never, patchOf(before, form, isForeign)) as unknown as Entry;
        const kept = { ...form, categoryId: part.isTransfer ? "" : form.categoryId };
        expect({ ...formOf(after), toAmount: 0 }).toEqual(kept);
      }),
    );
  });
});

it("the amounts that were changed are to be asked about, each in the currency of its account", () => {
  const currencyOf = (id: string) => (id === "dollars" ? "USD" : "EUR");
  const sums = (part: Partial<Form>) => changedSums(entry(), typed(entry(), part), currencyOf);
  expect(sums({ payee: "Other" })).toEqual([]);
  expect(sums({ amount: 70_000 })).toEqual([{ minor: 70_000, currency: "EUR" }]);
  expect(sums({ amount: null })).toEqual([]);
  expect(sums({ isTransfer: true, toAccountId: "dollars", toAmount: 90_000 })).toEqual([
    { minor: 90_000, currency: "USD" },
  ]);
});
