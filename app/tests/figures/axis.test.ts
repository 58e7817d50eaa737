import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisOf, heightOf } from "../../src/figures/axis.ts";

describe("the axis of a chart", () => {
  it("has round values, and zero where that leaves room for what changes", () => {
    expect(axisOf([120_00n, 480_00n]).ticks).toEqual([0n, 200_00n, 400_00n, 600_00n]);
    expect(axisOf([-50_00n, 130_00n]).ticks).toEqual([-100_00n, 0n, 100_00n, 200_00n]);
    expect(axisOf([9_900_00n, 10_000_00n])).toMatchObject({ isCut: true, low: 9_900_00n, high: 10_000_00n });
    expect(axisOf([-10_000_00n, -9_900_00n]).isCut).toBe(true);
    expect(axisOf([700n, 700n])).toMatchObject({ isCut: false, low: 0n });
    expect(axisOf([0n])).toMatchObject({ low: 0n, high: 1n });
    expect(axisOf([])).toMatchObject({ low: 0n, high: 1n });
  });

  it("holds every value between two to four marks, and tells whether zero is on it", () => {
    const value = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
        const axis = axisOf(values);
        expect(axis.ticks.length).toBeGreaterThanOrEqual(2);
        expect(axis.ticks.length).toBeLessThanOrEqual(4);
        expect([axis.ticks[0], axis.ticks.at(-1)]).toEqual([axis.low, axis.high]);
        expect(axis.ticks.includes(0n)).toBe(!axis.isCut);
        for (const one of values) {
          expect(heightOf(one, axis)).toBeGreaterThanOrEqual(0);
          expect(heightOf(one, axis)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
