import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY, sumsOf } from "../../src/drafts/draft.ts";
import { isUnusual } from "../../src/drafts/unusual.ts";

const eur = (units: number) => ({ minor: units * 100, currency: "EUR" });

describe("an amount that is asked about before it is saved", () => {
  it("is a thousand times the largest so far, whichever way that went", () => {
    expect(isUnusual(eur(50_000), [eur(20), eur(-50)])).toBe(true);
    expect(isUnusual(eur(49_999.99), [eur(20), eur(-50)])).toBe(false);
    expect(isUnusual(eur(-50_000), [eur(50)])).toBe(true);
  });

  it("is none that people pay, however little they have entered", () => {
    expect(isUnusual(eur(3_000), [eur(1)])).toBe(false);
    expect(isUnusual(eur(10_000), [eur(1)])).toBe(true);
  });

  it("is a milliard where nothing of the currency was entered", () => {
    expect(isUnusual(eur(999_999_999), [])).toBe(false);
    expect(isUnusual(eur(1_000_000_000), [{ minor: 5, currency: "USD" }])).toBe(true);
    expect(isUnusual({ minor: 1_000_000_000, currency: "JPY" }, [])).toBe(true);
  });

  it("is asked about no more once it was entered", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999_999 }), (minor) => {
        expect(isUnusual({ minor, currency: "EUR" }, [{ minor: -minor, currency: "EUR" }])).toBe(false);
      }),
    );
  });

  it("is what arrives of a transfer, too, where that has another currency", () => {
    const draft = { ...EMPTY, kind: "transfer" as const, expression: "10*2", toExpression: "3000" };
    expect(sumsOf(draft, { currency: "EUR", toCurrency: "JPY" })).toEqual([eur(20), { minor: 3000, currency: "JPY" }]);
    expect(sumsOf(draft, { currency: "EUR", toCurrency: "EUR" })).toEqual([eur(20)]);
  });
});
