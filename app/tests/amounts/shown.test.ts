import { expect, test } from "vitest";
import { shown, spoken } from "../../src/amounts/shown.ts";

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
