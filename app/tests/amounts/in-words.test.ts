import fc from "fast-check";
import { expect, it } from "vitest";
import { withAmountsIn } from "../../src/amounts/in-words.ts";
import { shown } from "../../src/amounts/shown.ts";

it.each([
  [
    "Recorded -25.00\u00a0EUR · Bakery · Bank · 5 June 2026",
    "en-US",
    "Recorded -\u2060€25.00 · Bakery · Bank · 5 June 2026",
  ],
  ["Внесена запись: -1\u00a0234,50\u00a0EUR · Банк", "ru-RU", "Внесена запись: -1\u00a0234,50\u00a0€ · Банк"],
  ["Ada: -1,234\u00a0JPY", "en-US", "Ada: -\u2060¥1,234"],
  ["85 % used; 12 entries; 5 Street", "en-US", "85 % used; 12 entries; 5 Street"],
])("amounts in %s are written as the user has them", (text, locale, told) => {
  expect(withAmountsIn(text, locale)).toBe(told);
});

it("any amount that the server writes, in either language", () => {
  const decimals = { EUR: 2, JPY: 0, BHD: 3 };
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      fc.constantFrom("EUR" as const, "JPY" as const, "BHD" as const),
      fc.constantFrom("en", "ru"),
      (minor, currency, language) => {
        const count = decimals[currency];
        const options = { minimumFractionDigits: count, maximumFractionDigits: count };
        const digits = String(minor < 0n ? -minor : minor).padStart(count + 1, "0");
        const plain = `${minor < 0n ? "-" : ""}${digits.slice(0, digits.length - count)}${count > 0 ? `.${digits.slice(-count)}` : ""}`;
        const told = new Intl.NumberFormat(language, options).format(plain as Intl.StringNumericLiteral);
        expect(withAmountsIn(`Ada: ${told}\u00a0${currency}!`, "de-DE")).toBe(
          `Ada: ${shown(minor, currency, "de-DE")}!`,
        );
      },
    ),
  );
});
