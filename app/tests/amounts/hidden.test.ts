import { describe, expect, it } from "vitest";
import { withoutAmounts } from "../../src/amounts/hidden.ts";

describe("amounts in the server's sentences", () => {
  it.each([
    [
      "87.64\u00a0EUR of 1,234.56\u00a0EUR spent; the period ends on 30 November.",
      "••• of ••• spent; the period ends on 30 November.",
    ],
    [
      "Потрачено 1\u00a0234,56\u00a0EUR из 2\u202f000,00\u00a0EUR; период заканчивается 30 ноября.",
      "Потрачено ••• из •••; период заканчивается 30 ноября.",
    ],
    ["Bob: -500\u00a0JPY", "Bob: •••"],
    ["Bob: −0.500\u00a0BHD", "Bob: •••"],
  ])("are masked in %s", (text, masked) => expect(withoutAmounts(text)).toBe(masked));

  it.each(["Groceries: 85 % used", "12 new transactions", "TODAY 5 Street", "Ends on 30 November 2026"])(
    "and nothing else is: %s",
    (text) => expect(withoutAmounts(text)).toBe(text),
  );
});
