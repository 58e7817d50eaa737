import fc from "fast-check";
import { expect, test } from "vitest";
import { compared, type Item, subsetOf, suggestions } from "../../src/screens/reconcile/compare.ts";

const item = (id: string, amount: bigint, isTicked = false, date = "2026-11-10", payee = ""): Item => ({
  id,
  amount,
  isTicked,
  date,
  payee,
});
const amount = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n });
const items = fc
  .array(fc.record({ amount, isTicked: fc.boolean() }), { maxLength: 40 })
  .map((list) => list.map((one, place) => item(`${place}`, one.amount, one.isTicked)));
const sumOf = (list: readonly Item[], ids: readonly string[]) =>
  list.filter(({ id }) => ids.includes(id)).reduce((sum, one) => sum + one.amount, 0n);

test("the difference is what the statement has more than what is settled and ticked", () => {
  fc.assert(
    fc.property(items, amount, amount, (list, statement, settled) => {
      const { cleared, difference } = compared(statement, settled, list);
      expect(cleared + difference).toBe(statement);
      expect(cleared - settled).toBe(
        sumOf(
          list,
          list.filter(({ isTicked }) => isTicked).map(({ id }) => id),
        ),
      );
    }),
  );
});

test("what is found makes the difference, and a set of up to four is always found", () => {
  fc.assert(
    fc.property(items, fc.array(fc.nat(39), { minLength: 1, maxLength: 4 }), (list, chosen) => {
      const ids = [...new Set(chosen)].filter((place) => place < list.length).map(String);
      const difference = sumOf(list, ids);
      fc.pre(ids.length > 0 && difference !== 0n);
      const found = subsetOf(list, difference);
      expect(found).not.toBeNull();
      expect(sumOf(list, found as string[])).toBe(difference);
      expect(new Set(found).size).toBe(found?.length);
    }),
  );
});

test("all entries but one are found, too", () => {
  const list = Array.from({ length: 30 }, (_, place) => item(`${place}`, BigInt(2 ** place)));
  const difference = list.reduce((sum, one) => sum + one.amount, 0n) - 8n;
  expect(subsetOf(list, difference)).toHaveLength(29);
  expect(subsetOf(list, difference)).not.toContain("3");
});

test("each suggestion closes the difference, or says that it may", () => {
  fc.assert(
    fc.property(items, amount, (list, statement) => {
      const { difference } = compared(statement, 0n, list);
      for (const one of suggestions(list, difference)) {
        const [first] = list.filter(({ id }) => id === one.ids[0]);
        if (one.kind === "tick") expect(sumOf(list, one.ids)).toBe(difference);
        if (one.kind === "untick" || one.kind === "twin") expect(first?.amount).toBe(-difference);
        if (one.kind === "sign") expect(-2n * (first?.amount ?? 0n)).toBe(difference);
        if (one.kind === "swapped") expect(one.amount - (first?.amount ?? 0n)).toBe(difference);
        if (one.kind === "nine") expect(difference % 9n).toBe(0n);
      }
    }),
  );
});

test("two swapped digits of a ticked entry are found", () => {
  fc.assert(
    fc.property(fc.integer({ min: 12, max: 999_999 }), fc.nat(10), fc.boolean(), (right, at, isOut) => {
      const digits = String(right);
      const place = at % (digits.length - 1);
      const typed = digits.slice(0, place) + digits[place + 1] + digits[place] + digits.slice(place + 2);
      fc.pre(typed !== digits && !typed.startsWith("0") && place + 1 < digits.length);
      const sign = isOut ? -1n : 1n;
      const list = [item("a", sign * BigInt(typed), true)];
      const { difference } = compared(sign * BigInt(right), 0n, list);
      const kinds = suggestions(list, difference).map(({ kind }) => kind);
      expect(kinds).toContain("swapped");
    }),
  );
});

test("one that is there twice is shown with its twin, and one with a wrong sign as that", () => {
  const twice = [item("a", -500n, true, "2026-11-10", "Baker"), item("b", -500n, true, "2026-11-12", "baker ")];
  expect(suggestions(twice, 500n)).toEqual([{ kind: "twin", ids: ["a", "b"] }]);
  const apart = [item("a", -500n, true, "2026-11-01"), item("b", -500n, true, "2026-11-12")];
  expect(suggestions(apart, 500n).map(({ kind }) => kind)).toEqual(["untick", "untick"]);
  expect(suggestions([item("a", 250n, true)], -500n)).toEqual([{ kind: "sign", ids: ["a"] }]);
  expect(suggestions([item("a", 250n, true)], 0n)).toEqual([]);
  expect(suggestions([], 63n)).toEqual([{ kind: "nine", ids: [] }]);
});

test("sixty open entries are looked through at once", () => {
  const list = Array.from({ length: 400 }, (_, place) => item(`${place}`, BigInt(place * 7919 + 1)));
  expect(subsetOf(list, -5n)).toBeNull();
});
