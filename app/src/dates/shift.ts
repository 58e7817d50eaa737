import { type Day, dayOf, numberOf } from "../replica/money/dates.ts";

/** So many days later, or earlier. */
export function shifted(day: Day, days: number): Day {
  return dayOf(numberOf(day) + days);
}
