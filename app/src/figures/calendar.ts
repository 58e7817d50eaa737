import type { Day, DaySum } from "../replica/index.ts";
import { dayOf, numberOf, partsOf as partsOfNumber } from "../replica/money/dates.ts";

export { type Day, type DaySum, dayOf, numberOf };

export function partsOf(day: Day): { year: number; month: number; day: number } {
  return partsOfNumber(numberOf(day));
}

/** The first day of a month, so many months before or after that of a day. */
export function monthStart(day: Day, months = 0): Day {
  const { year, month } = partsOf(day);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

export function monthEnd(day: Day, months = 0): Day {
  return dayOf(numberOf(monthStart(day, months + 1)) - 1);
}
