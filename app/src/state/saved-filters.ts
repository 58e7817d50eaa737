import { remembered } from "./remembered.ts";

export interface SavedFilter {
  readonly name: string;
  readonly text: string;
}

/** By ledger, as this device knows them. */
export const savedFilters = remembered<Readonly<Record<string, readonly SavedFilter[]>>>("filters", {});

export function forgetFilters(ledgerId: string): void {
  const { [ledgerId]: _, ...others } = savedFilters.value;
  savedFilters.value = others;
}
