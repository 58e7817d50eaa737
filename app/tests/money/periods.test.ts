import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, numberOf } from "../../src/replica/money/dates.ts";
import { Periods } from "../../src/replica/money/periods.ts";

const day = fc.integer({ min: numberOf("1900-01-01"), max: numberOf("2199-12-31") }).map(dayOf);
const schedule = fc.record({
  period: fc.constantFrom("week" as const, "month" as const, "quarter" as const, "year" as const),
  startsOn: day,
  every: fc.integer({ min: 1, max: 12 }),
});

describe("periods", () => {
  it("of a month that starts on the 31st end where months are shorter", () => {
    const periods = new Periods({ period: "month", startsOn: "2026-01-31" });
    expect([0, 1, 2].map((index) => periods.byIndex(index).start)).toEqual(["2026-01-31", "2026-02-28", "2026-03-31"]);
  });

  it("are clipped at the end", () => {
    const periods = new Periods({ period: "month", startsOn: "2026-01-15", endsOn: "2026-03-01" });
    expect(periods.at("2026-05-01")).toEqual({ index: 1, start: "2026-02-15", end: "2026-03-01" });
    expect(periods.containing("2026-03-02")).toBeNull();
    expect(periods.at("2026-01-14")).toBeNull();
  });

  it("have each day in exactly one, and follow without a gap", () => {
    fc.assert(
      fc.property(schedule, day, (plan, asked) => {
        const periods = new Periods(plan);
        const period = periods.at(asked);
        if (asked < plan.startsOn) return period === null;
        if (!period) return false;
        const next = periods.byIndex(period.index + 1);
        return period.start <= asked && asked <= period.end && numberOf(next.start) === numberOf(period.end) + 1;
      }),
    );
  });
});

describe("a calendar date", () => {
  it.each(["2026-02-30", "2026-13-01", "26-01-01", "2026-1-1", ""])("is not %s", (text) => {
    expect(() => numberOf(text)).toThrow(RangeError);
  });
});
