import type { Packed } from "../money/money.ts";

/**
 * Sums of one month, kept with the transactions they are of. By category and account: what came in and what went out on each day. By
 * account: what was moved, how much of it was cleared, and how many sides there are. A day without any has no member.
 */
export type SumRow = SpentRow | MovedRow;

export interface SpentRow {
  readonly key: string;
  readonly days: Readonly<Record<string, readonly [inflow: Packed, outflow: Packed]>>;
}

export interface MovedRow {
  readonly key: string;
  readonly days: Readonly<Record<string, readonly [all: Packed, cleared: Packed, sides: Packed]>>;
}

const NO_CATEGORY = "-";

export const SPENT = "spent/";

/** By month first, so that the months of a budget are one range. */
export function spentKey(month: string, accountId: string, categoryId: string | null): string {
  return `${SPENT}${month}/${accountId}/${categoryId ?? NO_CATEGORY}`;
}

export function partsOfSpentKey(key: string): { month: string; accountId: string; categoryId: string | null } {
  const [, month = "", accountId = "", category = NO_CATEGORY] = key.split("/");
  return { month, accountId, categoryId: category === NO_CATEGORY ? null : category };
}

export function movedPrefix(accountId: string): string {
  return `moved/${accountId}/`;
}

export function movedKey(accountId: string, month: string): string {
  return movedPrefix(accountId) + month;
}

export function monthOf(date: string): string {
  return date.slice(0, 7);
}
