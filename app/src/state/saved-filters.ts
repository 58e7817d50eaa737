import { remembered } from "./remembered.ts";

export interface SavedFilter {
  readonly name: string;
  readonly text: string;
}

/** By the copy of a ledger, as this device knows them: each user has their own. */
export const savedFilters = remembered<Readonly<Record<string, readonly SavedFilter[]>>>("filters", {});

export function forgetFilters(store: string): void {
  const { [store]: _, ...others } = savedFilters.value;
  savedFilters.value = others;
}
