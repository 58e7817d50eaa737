import { decimalsOf } from "../amounts/currencies.ts";

/** An amount that is entered, in minor units whatever their sign, and its currency. */
export interface Sum {
  readonly minor: number;
  readonly currency: string;
}

/** So many units are never asked about where something was entered before: a rent or a car comes after the first coffee. */
const LEAST = 10_000;
/** So many are asked about even where nothing was. */
const MOST = 1_000_000_000;
const TIMES = 1_000;

/** Whether an amount is so large that nothing needs to be known to take it. */
export function isEveryday({ minor, currency }: Sum): boolean {
  return Math.abs(minor) < LEAST * 10 ** decimalsOf(currency);
}

/** A thousand times the largest that was ever entered in its currency, or where there is none, a milliard. */
export function isUnusual(sum: Sum, known: Iterable<Sum>): boolean {
  if (isEveryday(sum)) return false;
  let largest = 0;
  for (const { minor, currency } of known) if (currency === sum.currency) largest = Math.max(largest, Math.abs(minor));
  return Math.abs(sum.minor) >= (largest === 0 ? MOST * 10 ** decimalsOf(sum.currency) : TIMES * largest);
}
