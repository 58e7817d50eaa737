import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  amountsOf,
  forTotal,
  NEW_PART,
  type Part,
  splitsOf,
  unreadable,
  withEqualParts,
  withExtra,
} from "../../src/splits/parts.ts";
import { equalParts, percentOf, shares } from "../../src/splits/shares.ts";

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
const three = [NEW_PART, NEW_PART, NEW_PART];
const amount = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 });

describe("an entry in parts", () => {
  it("is in equal parts to the cent, and stays so when the amount changes", () => {
    const parts = withEqualParts(10_000, three);
    expect(amountsOf(10_000, parts)).toEqual([3334, 3333, 3333]);
    expect(amountsOf(1000, forTotal(10_000, 1000, parts))).toEqual([334, 333, 333]);
  });

  it("keeps the sum exact with a tip", () => {
    const parts = [{ ...NEW_PART, value: 2000 }, NEW_PART];
    const tip = percentOf(3335, 1000);
    expect(tip).toBe(334);
    const tipped = withExtra(3335, tip, parts);
    expect(amountsOf(3335 + tip, tipped)).toEqual([2200, 1469]);
  });

  it("leaves the difference to the last part where amounts were typed", () => {
    const parts = [{ ...NEW_PART, value: 1200 }, NEW_PART];
    expect(amountsOf(5000, forTotal(3000, 5000, parts))).toEqual([1200, 3800]);
  });

  it("adds up, whatever is typed", () => {
    const part = fc.record({
      by: fc.constantFrom("amount", "percent"),
      value: fc.option(fc.integer({ min: -100_000, max: 100_000 })),
    });
    fc.assert(
      fc.property(amount, fc.array(part, { minLength: 1, maxLength: 8 }), (total, some) => {
        const parts = some.map((one) => ({ ...NEW_PART, ...one }) as Part);
        expect(sum(amountsOf(total, parts))).toBe(total);
        const splits = splitsOf(total, true, parts, () => false);
        expect(sum(splits.map((split) => Number(split.amount)))).toBe(total === 0 ? sum([]) : -total);
        expect(splits.every((split) => split.amount !== 0)).toBe(true);
      }),
    );
  });

  it("is refused where a part is no amount, or more than an entry can hold", () => {
    expect(unreadable(100, [{ ...NEW_PART, value: null }, NEW_PART])).toBe(true);
    expect(unreadable(100, [{ ...NEW_PART, value: 2e15 }, NEW_PART])).toBe(true);
    expect(
      unreadable(100, [
        { ...NEW_PART, value: 40 },
        { ...NEW_PART, value: null },
      ]),
    ).toBe(false);
  });

  it("is shared by weights to the minor unit, each within one of its exact share", () => {
    fc.assert(
      fc.property(amount, fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 }), (whole, weights) => {
        const parts = shares(whole, weights);
        expect(sum(parts)).toBe(whole);
        const all = sum(weights);
        if (all === 0) return;
        parts.forEach((part, place) => {
          const exact = (BigInt(whole) * BigInt(weights[place]!)) / BigInt(all);
          expect(Math.abs(part - Number(exact))).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it("has equal parts that differ by one at most, the larger first", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 100 }), (whole, count) => {
        const parts = equalParts(whole, count);
        expect(parts).toEqual([...parts].sort((left, right) => right - left));
        expect(parts[0]! - parts.at(-1)!).toBeLessThanOrEqual(1);
      }),
    );
  });
});
