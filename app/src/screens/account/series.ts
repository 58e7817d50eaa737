import type { Movement } from "../../replica/index.ts";
import { type Day, dayOf, numberOf } from "../../replica/money/dates.ts";

export interface Anchor {
  readonly openingBalance: number;
  readonly openedOn: Day;
}

export interface Point {
  readonly day: Day;
  /** At the end of the day. */
  readonly balance: bigint;
}

/**
 * The balance at the end of each day on which it changed, from one day to another; both of them have a point of their own. Before the
 * account was opened it goes backwards from the opening balance.
 */
export function seriesOf(movements: readonly Movement[], anchor: Anchor, from: Day, to: Day): Point[] {
  const before = movements.filter(({ day }) => day < anchor.openedOn).reduce((sum, { moved }) => sum + moved, 0n);
  let balance = BigInt(anchor.openingBalance) - before;
  const points: Point[] = [];
  for (const { day, moved } of movements) {
    if (day > to) break;
    if (day > from && points.length === 0) points.push({ day: from, balance });
    balance += moved;
    if (day > from) points.push({ day, balance });
  }
  if (points.length === 0) points.push({ day: from, balance });
  if (points.at(-1)?.day !== to && from < to) points.push({ day: to, balance });
  return points;
}

export type Range = "month" | "quarter" | "year" | "all";

export const RANGES: readonly Range[] = ["month", "quarter", "year", "all"];

const DAYS: Record<Exclude<Range, "all">, number> = { month: 30, quarter: 91, year: 365 };

/** Where a period that ends today begins; all of an account begins with the first that is known of it. */
export function beginning(range: Range, movements: readonly Movement[], anchor: Anchor, today: Day): Day {
  if (range !== "all") return dayOf(numberOf(today) - DAYS[range]);
  const [earliest = anchor.openedOn] = [movements[0]?.day ?? anchor.openedOn, anchor.openedOn].sort();
  return earliest < today ? earliest : dayOf(numberOf(today) - DAYS.month);
}

/** No more than so many, evenly chosen, with the first and the last: for a table that somebody reads to its end. */
export function thinned(points: readonly Point[], most: number): Point[] {
  if (points.length <= most) return [...points];
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, place) => points[Math.round(place * step)] as Point);
}
