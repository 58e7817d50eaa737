import type { Balance } from "../../replica/index.ts";

export interface Held {
  readonly id: string;
  readonly currency: string;
  readonly closed: boolean;
}

export interface Totals {
  readonly total: bigint;
  /** What is in other currencies, by currency: there is no rate to add it by. */
  readonly unconverted: readonly { readonly currency: string; readonly sum: bigint }[];
}

/** What is in all accounts. Closed ones count, too: what was left in one is still somewhere. */
export function totalsOf(
  accounts: readonly Held[],
  balances: ReadonlyMap<string, Pick<Balance, "balance">>,
  ledgerCurrency: string,
): Totals {
  const sums = new Map<string, bigint>();
  for (const { id, currency } of accounts) {
    sums.set(currency, (sums.get(currency) ?? 0n) + (balances.get(id)?.balance ?? 0n));
  }
  const total = sums.get(ledgerCurrency) ?? 0n;
  sums.delete(ledgerCurrency);
  const unconverted = [...sums]
    .filter(([currency, sum]) => sum !== 0n || accounts.some((one) => one.currency === currency && !one.closed))
    .map(([currency, sum]) => ({ currency, sum }))
    .sort((left, right) => (left.currency < right.currency ? -1 : 1));
  return { total, unconverted };
}
