import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { isDay } from "../../src/dates/is-day.ts";

describe("a day that an entry can have", () => {
  test.each(["1900-01-01", "2199-12-31", "2024-02-29"])("%s", (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each([
    "",
    "0026-05-05",
    "1899-12-31",
    "2200-01-01",
    "2023-02-29",
    "2026-13-01",
    "2026-04-31",
    "2026-1-1",
    "+2026-01-01",
  ])("is not %s", (text) => {
    expect(isDay(text)).toBe(false);
  });

  it("is every day between", () => {
    const day = fc.date({
      min: new Date("1900-01-01T00:00:00Z"),
      max: new Date("2199-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(fc.property(day, (date) => isDay(date.toISOString().slice(0, 10))));
  });
});
