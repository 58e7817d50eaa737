import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computedAmount, computedSize } from "../../src/amounts/computed.ts";
import { decimalsOf } from "../../src/amounts/currencies.ts";
import { evaluate } from "../../src/amounts/expression.ts";
import { plain, separatorsOf } from "../../src/amounts/shown.ts";
import { typedAmount } from "../../src/amounts/typed.ts";

describe("an amount in a form", () => {
  test.each([
    ["20+5", "en-US", 2, 2500],
    ["20 + 5", "en-US", 2, 2500],
    ["10,50+2,5*2", "de-DE", 2, 1550],
    ["3x4.50", "en-US", 2, 1350],
    ["3х4,50", "ru-RU", 2, 1350],
    ["3 × 4,50", "ru-RU", 2, 1350],
    ["1 000 − 0,01", "ru-RU", 2, 99999],
    ["1,234.5-1,000", "en-US", 2, 23450],
    ["33.35*1.1", "en-US", 2, 3669],
    ["10/3", "en-US", 2, 333],
    ["10 ÷ 4", "en-US", 0, 3],
    ["-20+5", "en-US", 2, -1500],
    ["−2*3", "en-US", 2, -600],
    ["5-20", "en-US", 2, -1500],
    ["+5+1", "en-US", 2, 600],
  ])("computes %s in %s", (text, locale, decimals, minor) => {
    expect(computedAmount(text, decimals, separatorsOf(locale))).toEqual({ minor, isComputed: true });
  });

  test.each([
    ["", "empty"],
    ["abc", "notANumber"],
    ["20+", "notANumber"],
    ["20,00-", "notANumber"],
    ["20++5", "notANumber"],
    ["20*-5", "notANumber"],
    ["+", "notANumber"],
    ["12 50+1", "notANumber"],
    ["1/0", "divisionByZero"],
    ["0.005+1", "tooPrecise"],
    ["999999999999999*10", "tooLarge"],
  ])("refuses %s as %s", (text, fault) => {
    expect(computedAmount(text, 2, separatorsOf("en-US"))).toEqual({ fault });
  });

  test.each(["-5", "−5", "-20+25", " - 20+25", "5-20"])("takes no %s where nothing can be owed", (text) => {
    expect(computedSize(text, 2, separatorsOf("en-US"))).toEqual({ fault: "negative" });
  });

  test("is the same as ever where there is nothing to compute", () => {
    const locale = fc.constantFrom(
      ..."en-US de-DE de-CH ru-RU fr-FR en-IN hi-IN he-IL ar-AE ar-EG fa-IR my-MM sv-SE".split(" "),
    );
    const amount = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 });
    fc.assert(
      fc.property(locale, amount, fc.constantFrom("EUR", "JPY", "BHD"), (of, minor, code) => {
        const text = plain(minor, code, of);
        expect([text, computedAmount(text, decimalsOf(code), separatorsOf(of))]).toEqual([text, { minor }]);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789., '+-".split("")) }), (text) => {
        if (/\d.*[+-]/.test(text) || /^\s*[+-].*[+-]/.test(text)) return;
        expect(computedAmount(text, 2, separatorsOf("en-US"))).toEqual(typedAmount(text, 2, separatorsOf("en-US")));
      }),
    );
  });

  test("comes to what the keypad makes of the same numbers", () => {
    const number = fc.integer({ min: 0, max: 9_999_999 });
    const further = fc.array(fc.tuple(fc.constantFrom("+", "-", "*", "/"), number), { minLength: 1, maxLength: 6 });
    const locale = fc.constantFrom("en-US", "de-DE", "ru-RU", "de-CH", "en-IN", "ar-EG");
    fc.assert(
      fc.property(number, further, locale, (first, rest, of) => {
        const inField = rest.reduce(
          (text, [sign, minor]) => `${text} ${sign} ${plain(minor, "EUR", of)}`,
          plain(first, "EUR", of),
        );
        const onKeys = rest.reduce((text, [sign, minor]) => `${text}${sign}${minor / 100}`, `${first / 100}`);
        const { isComputed: _, ...amount } = { isComputed: true, ...computedAmount(inField, 2, separatorsOf(of)) };
        expect(amount).toEqual(evaluate(onKeys, 2));
      }),
    );
  });
});
