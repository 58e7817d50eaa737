import { useComputed } from "@preact/signals";
import { reference } from "../../state/reference.ts";
import type { Scope } from "./spending.ts";

/** What counts as spent and earned in the ledger on the screen. */
export function useScope(): Scope | null {
  return useComputed(() => {
    const known = reference.value;
    if (!known) return null;
    const accounts = known.accounts.map(
      ({ id, currency, onBudget }) => [id, { currency: String(currency), onBudget }] as const,
    );
    return {
      currency: known.currency,
      accounts: new Map(accounts),
      kinds: new Map(known.categories.map(({ id, kind }) => [id, kind])),
    };
  }).value;
}

/** The accounts that count, where not all do. */
export function namedAccounts({ accounts, currency }: Scope): string[] | null {
  const counted = [...accounts].filter(([, account]) => account.onBudget && account.currency === currency);
  return counted.length === accounts.size ? null : counted.map(([id]) => id);
}
