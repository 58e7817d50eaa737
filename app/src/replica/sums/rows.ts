import type { Packed } from "../money/money.ts";

/**
 * Sums of one month, kept with the transactions they are of. `spent`: what came in and what went out, by account and category. `moved`:
 * what was moved, how much of it was cleared, and how many sides there are, by account. All of a month is one row: a page of changes
 * is spread over many accounts and categories, and would be mostly reading and writing sums if each of them had a row of its own.
 */
export type SumRow = SpentRow | MovedRow;

export interface SpentRow {
  readonly key: string;
  readonly sums: Sums<[inflow: Packed, outflow: Packed]>;
}

export interface MovedRow {
  readonly key: string;
  readonly sums: Sums<[all: Packed, cleared: Packed, sides: Packed]>;
}

/** By what they are of, and by the two digits of the day; what has none is not there. */
export type Sums<Figures extends readonly Packed[]> = Readonly<Record<string, Days<Figures>>>;

export type Days<Figures extends readonly Packed[] = readonly Packed[]> = Readonly<Record<string, Readonly<Figures>>>;

const NO_CATEGORY = "-";

export const SPENT = "spent/";
export const MOVED = "moved/";

/** An account's lines of a category, or of none. */
export function partOf(accountId: string, categoryId: string | null): string {
  return `${accountId}/${categoryId ?? NO_CATEGORY}`;
}

export function namesOf(part: string): { accountId: string; categoryId: string | null } {
  const [accountId = "", category = NO_CATEGORY] = part.split("/");
  return { accountId, categoryId: category === NO_CATEGORY ? null : category };
}

export function monthOf(date: string): string {
  return date.slice(0, 7);
}

/** The month that a row is of. */
export function monthIn({ key }: SumRow): string {
  return key.slice(-7);
}
