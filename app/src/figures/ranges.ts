import { type Day, dayOf, monthEnd, monthStart, numberOf, partsOf } from "./calendar.ts";

export type RangeKind = "month" | "quarter" | "year" | "all";

/** Both days included. */
export interface Range {
  readonly from: Day;
  readonly to: Day;
}

/** A month, the three months that end with one, or a calendar year; so many of them before or after those of today. */
export function rangeOf(kind: RangeKind, today: Day, offset: number, firstMonth: string | null): Range {
  if (kind === "month") return { from: monthStart(today, offset), to: monthEnd(today, offset) };
  if (kind === "quarter") return { from: monthStart(today, 3 * offset - 2), to: monthEnd(today, 3 * offset) };
  if (kind === "year") {
    const year = partsOf(today).year + offset;
    return { from: `${year}-01-01`, to: `${year}-12-31` };
  }
  const from = firstMonth === null ? monthStart(today) : `${firstMonth}-01`;
  return { from: from < today ? from : monthStart(today), to: monthEnd(today) };
}

/**
 * What a range is compared with: the one before it. Of one that is under way only as many of its days, or the comparison would flatter
 * every first of the month.
 */
export function comparedWith(kind: RangeKind, range: Range, today: Day): { range: Range; isPart: boolean } | null {
  if (kind === "all") return null;
  const months = kind === "month" ? 1 : kind === "quarter" ? 3 : 12;
  const before = { from: monthStart(range.from, -months), to: monthEnd(range.to, -months) };
  if (today < range.from || today >= range.to) return { range: before, isPart: false };
  const sameDay = dayOf(numberOf(before.from) + numberOf(today) - numberOf(range.from));
  return { range: { from: before.from, to: earlier(sameDay, before.to) }, isPart: true };
}

/** More months than that nobody looks at one by one: 20 years. */
export const MOST_MONTHS = 240;

/** The months of a range, as yyyy-MM. */
export function monthsIn({ from, to }: Range): string[] {
  const months: string[] = [];
  for (let day = monthStart(from); day <= to; day = monthStart(day, 1)) months.push(day.slice(0, 7));
  return months;
}

/** Days to draw a line through: each day of a month, each seventh of three, the end of each month of more, and of each year of very many. None after today. */
export function pointsIn(kind: RangeKind, { from, to }: Range, today: Day): Day[] {
  const last = earlier(to, today);
  if (last < from) return [];
  if (kind === "year" || kind === "all") {
    const months = monthsIn({ from, to: last });
    const named =
      months.length > MOST_MONTHS ? months.filter((month) => month.endsWith("-12") || month === months.at(-1)) : months;
    return named.map((month) => earlier(monthEnd(`${month}-01`), last));
  }
  const step = kind === "month" ? 1 : 7;
  const days: Day[] = [];
  for (let number = numberOf(last); number >= numberOf(from); number -= step) days.unshift(dayOf(number));
  return days;
}

/** Of days, whose order is that of their text. */
function earlier(left: Day, right: Day): Day {
  if (left < right) return left;
  return right;
}
