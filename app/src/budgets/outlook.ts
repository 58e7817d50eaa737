import { larger, smaller } from "../replica/money/money.ts";

/** Where a period ends if spending goes on: between two paces. */
export interface Outlook {
  readonly low: bigint;
  readonly high: bigint;
  /** Over how many of the last days the second pace was taken. */
  readonly recentDays: number;
}

interface Course {
  readonly spent: bigint;
  /** Days of the period that have begun, today's included. */
  readonly daysGone: number;
  readonly days: number;
  /** What was spent on the last `recentDays` of them. */
  readonly recent: bigint;
  readonly recentDays: number;
}

const LONGEST = 7;

/** A week, or half of what has gone where that is less; so that the second pace says something else than the first. */
export function recentDaysOf(daysGone: number): number {
  return Math.max(1, Math.min(LONGEST, Math.floor(daysGone / 2)));
}

/** What is spent at the period's end at the pace of all of it so far, and at that of the last days. Never less than is spent. */
export function outlookOf({ spent, daysGone, days, recent, recentDays }: Course): Outlook {
  const left = BigInt(Math.max(0, days - daysGone));
  const zero = 0n;
  const whole = spent + (larger(zero, spent) * left) / BigInt(Math.max(1, daysGone));
  const late = spent + (larger(zero, recent) * left) / BigInt(Math.max(1, recentDays));
  return { low: smaller(whole, late), high: larger(whole, late), recentDays };
}
