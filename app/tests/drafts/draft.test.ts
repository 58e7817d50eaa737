import { expect, it } from "vitest";
import { type Draft, EMPTY, faultOf } from "../../src/drafts/draft.ts";

const typed = (more: Partial<Draft>): Draft => ({ ...EMPTY, expression: "5", accountId: "a", ...more });
const euros = { currency: "EUR" };

it.each(["0026-11-29", "9999-12-31", "1899-12-31", "2026-02-30", ""])("is not saved on %s, which is no day", (date) => {
  expect(faultOf(typed({ date }), euros)).toBe("date");
});

it.each([null, "1900-01-01", "2199-12-31"])("is saved on %s", (date) => {
  expect(faultOf(typed({ date }), euros)).toBeNull();
});

it.each([
  ["", "amount"],
  ["5-5", "amount"],
  ["5-8", "negative"],
  ["5/0", "divisionByZero"],
])("says of %s what is wrong with it", (expression, fault) => {
  expect(faultOf(typed({ expression }), euros)).toBe(fault);
});
