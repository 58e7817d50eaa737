import { describe, expect, it } from "vitest";
import { monthsBetween, monthsOf, spanOf } from "../../src/screens/charts/span.ts";

describe("spans of charts", () => {
  it.each([
    ["month", 0, "2026-02-01", "2026-02-28"],
    ["month", 1, "2026-01-01", "2026-01-31"],
    ["month", 2, "2025-12-01", "2025-12-31"],
    ["quarter", 0, "2025-12-01", "2026-02-28"],
    ["quarter", 1, "2025-09-01", "2025-11-30"],
    ["year", 0, "2025-03-01", "2026-02-28"],
    ["year", 1, "2024-03-01", "2025-02-28"],
  ] as const)("%s, %i back", (length, back, first, last) => {
    expect(spanOf(length, back, "2026-02-14", "2020-05-01")).toEqual({ first, last });
  });

  it("of everything begins with what is known, or with this month", () => {
    expect(spanOf("all", 0, "2026-02-14", "2020-05-01")).toEqual({ first: "2020-05-01", last: "2026-02-28" });
    expect(spanOf("all", 0, "2026-02-14", null).first).toBe("2026-02-01");
  });

  it("shows at least so many months", () => {
    const one = { first: "2026-01-01", last: "2026-01-31" };
    expect(monthsOf(one, 3)).toEqual(["2025-11", "2025-12", "2026-01"]);
    expect(monthsOf({ ...one, first: "2025-10-01" }, 3)).toHaveLength(4);
  });

  it("counts months between days across years", () => {
    expect(monthsBetween("2025-11-30", "2026-02-01")).toBe(3);
  });
});
