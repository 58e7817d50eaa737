import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalsOf } from "../../src/amounts/currencies.ts";
import { plain, separatorsOf } from "../../src/amounts/shown.ts";
import { typedAmount } from "../../src/amounts/typed.ts";

describe("an amount that is typed or pasted", () => {
  test.each([
    ["14,99", "en-US", 2, 1499],
    ["14.99", "en-US", 2, 1499],
    ["14,99", "de-DE", 2, 1499],
    ["14.99", "de-DE", 2, 1499],
    ["1,234.5", "en-US", 2, 123450],
    ["1.234,5", "de-DE", 2, 123450],
    ["1,234", "en-US", 2, 123400],
    ["1.234", "de-DE", 2, 123400],
    ["1 234,50", "ru-RU", 2, 123450],
    ["1'234.50", "de-CH", 2, 123450],
    ["1.234", "en-US", 3, 1234],
    ["−12,5", "ru-RU", 2, -1250],
    [".5", "en-US", 2, 50],
    ["5.", "en-US", 2, 500],
    ["12.500", "en-US", 2, 1250],
    ["12,34,567.50", "en-IN", 2, 123456750],
    ["1 234 567", "en-US", 2, 123456700],
    [" - 1 234,5 ", "ru-RU", 2, -123450],
  ])("%s in %s", (text, locale, decimals, minor) => {
    expect(typedAmount(text, decimals, separatorsOf(locale))).toEqual({ minor });
  });

  test.each([
    ["", "empty"],
    ["abc", "notANumber"],
    ["1,23,456.7.8", "notANumber"],
    ["12 50", "notANumber"],
    ["1 2 3", "notANumber"],
    ["12.5 0", "notANumber"],
    ["1'234 567", "notANumber"],
    ["123,45,678", "notANumber"],
    ["0.005", "tooPrecise"],
    ["12345678901234567", "tooLarge"],
  ])("%s is refused as %s", (text, fault) => {
    expect(typedAmount(text, 2, separatorsOf("en-US"))).toEqual({ fault });
  });

  test("is whatever the app itself writes into a field, in any format", () => {
    const locales =
      "en-US de-DE de-CH ru-RU fr-FR en-IN hi-IN bn-BD mr-IN ta-IN he-IL ar-AE ar-EG fa-IR my-MM sv-SE pl-PL".split(
        " ",
      );
    const amount = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 });
    const currency = fc.constantFrom("EUR", "JPY", "BHD");
    fc.assert(
      fc.property(fc.constantFrom(...locales), amount, currency, (locale, minor, code) => {
        const text = plain(minor, code, locale);
        expect([text, typedAmount(text, decimalsOf(code), separatorsOf(locale))]).toEqual([text, { minor }]);
      }),
      { numRuns: 2000 },
    );
  });

  test("yen have no decimals", () => {
    expect(typedAmount("12.5", 0, separatorsOf("en-US"))).toEqual({ fault: "tooPrecise" });
  });
});
