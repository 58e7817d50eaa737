import { expect, test } from "vitest";
import { aroundDigits, shown, spoken } from "../../src/amounts/shown.ts";

test("an amount of 17 digits is shown to the last cent", () => {
  expect(shown(12_345_678_901_234_567n, "EUR", "en-US")).toBe("€123,456,789,012,345.67");
});

test("a currency has its own decimals", () => {
  expect(shown(1234, "JPY", "en-US")).toBe("¥1,234");
  expect(shown(1234, "BHD", "en-US")).toMatch(/1\.234/);
});

test("an amount is read aloud with its sign in words", () => {
  expect(spoken(-1250, "EUR", "en", "minus")).toBe("minus 12 euros 50");
  expect(spoken(1200, "EUR", "en", "minus")).toBe("12 euros");
});

test("the currency stands at the same side of what is typed as of what is shown", () => {
  expect(aroundDigits("EUR", "en-US")).toEqual(["€", ""]);
  expect(aroundDigits("EUR", "de-DE")).toEqual(["", "\u00a0€"]);
  for (const locale of ["en-GB", "fr-CH", "de-AT", "ru-RU", "ja-JP", "en-IN", "ar-EG", "sv-SE"]) {
    for (const currency of ["EUR", "JPY", "BHD", "CHF"]) {
      const [before = "", after = ""] = aroundDigits(currency, locale);
      const whole = shown(1_234_567, currency, locale);
      expect([whole.startsWith(before), whole.endsWith(after), `${before}${after}`.length > 0]).toEqual([
        true,
        true,
        true,
      ]);
    }
  }
});

test("no line ends between a minus and its amount", () => {
  expect(shown(-1234, "GBP", "en-GB")).toBe("-\u2060£12.34");
  expect(shown(-1234, "EUR", "de-DE")).toBe("-12,34\u00a0€");
});
