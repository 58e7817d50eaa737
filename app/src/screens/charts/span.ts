import { type Day, dayInMonth, dayOf, numberOf, partsOf } from "../../replica/money/dates.ts";

export type Length = "month" | "quarter" | "year" | "all";

export const LENGTHS: readonly Length[] = ["month", "quarter", "year", "all"];

const MONTHS: Readonly<Record<Exclude<Length, "all">, number>> = { month: 1, quarter: 3, year: 12 };

/** Both days included. */
export interface Span {
  readonly first: Day;
  readonly last: Day;
}

/** Whole months that end with the one of the day, or so many such spans before; all begins with the first month that is known. */
export function spanOf(length: Length, back: number, today: Day, known: Day | null): Span {
  const ordinal = ordinalOf(today);
  if (length === "all")
    return { first: known !== null && known < today ? known : firstOf(ordinal), last: lastOf(ordinal) };
  const last = ordinal - back * MONTHS[length];
  return { first: firstOf(last - MONTHS[length] + 1), last: lastOf(last) };
}

/** The months of a span, and as many before it as make so many. */
export function monthsOf({ first, last }: Span, least: number): string[] {
  const [from, to] = [ordinalOf(first), ordinalOf(last)];
  const begin = Math.min(from, to - least + 1);
  return Array.from({ length: to - begin + 1 }, (_, place) => firstOf(begin + place).slice(0, 7));
}

export function spanOfMonth(month: string): Span {
  const ordinal = ordinalOf(`${month}-01`);
  return { first: firstOf(ordinal), last: lastOf(ordinal) };
}

/** How many months lie between two days. */
export function monthsBetween(earlier: Day, later: Day): number {
  return ordinalOf(later) - ordinalOf(earlier);
}

function ordinalOf(day: Day): number {
  const { year, month } = partsOf(numberOf(day));
  return year * 12 + month - 1;
}

function firstOf(ordinal: number): Day {
  return dayOf(dayInMonth(ordinal, 1) ?? 0);
}

function lastOf(ordinal: number): Day {
  return dayOf(dayInMonth(ordinal, 31) ?? 0);
}
