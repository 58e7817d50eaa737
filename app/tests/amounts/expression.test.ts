import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate, pressed } from "../../src/amounts/expression.ts";

function typed(keys: readonly string[], decimals: number): string {
  return keys.reduce((expression, key) => pressed(expression, key, decimals), "");
}

describe("the keypad", () => {
  test.each([
    ["10+2.5*2", 2, 1500],
    ["12.50+3", 2, 1550],
    ["33.35*1.1", 2, 3669],
    ["0.1+0.2", 2, 30],
    ["100-0.01", 2, 9999],
    ["12", 0, 12],
    ["1.234", 3, 1234],
    ["10+", 2, 1000],
    ["5-12", 2, -700],
    ["1/3", 2, 33],
  ])("computes %s", (expression, decimals, minor) => {
    expect(evaluate(expression, decimals)).toEqual({ minor });
  });

  test.each([
    ["", "empty"],
    ["0.005", "tooPrecise"],
    ["1/0", "divisionByZero"],
    ["999999999999999*10", "tooLarge"],
  ])("refuses %s as %s", (expression, fault) => {
    expect(evaluate(expression, 2)).toEqual({ fault });
  });

  test("has no decimals where the currency has none", () => {
    expect(typed(["1", ".", "5"], 0)).toBe("15");
  });

  test("takes an operator in the place of the one before, and no second point", () => {
    expect(typed(["1", "+", "*", "2", ".", "5", "."], 2)).toBe("1*2.5");
  });

  test("gives a sum to the last cent, whatever its size", () => {
    const amount = fc.integer({ min: 1, max: 99_999_999_999 });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 20 }), (amounts) => {
        const text = amounts.map((minor) => `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, "0")}`);
        expect(evaluate(text.join("+"), 2)).toEqual({ minor: amounts.reduce((sum, minor) => sum + minor, 0) });
      }),
    );
  });

  test("never makes something that cannot be evaluated, whatever is pressed", () => {
    const keys = fc.array(fc.constantFrom(..."0123456789.+-*".split(""), "00", "back"), { maxLength: 40 });
    fc.assert(
      fc.property(keys, fc.constantFrom(0, 2, 3), (pressedKeys, decimals) => {
        const result = evaluate(typed(pressedKeys, decimals), decimals);
        if ("fault" in result) expect(result.fault).not.toBe("incomplete");
      }),
    );
  });
});
