import { filesOf } from "../imports/waiting.ts";
import type { KnownUser } from "./device.ts";
import { savedFilters } from "./saved-filters.ts";

/** What is on this device alone, beside what waits to be sent: it goes with whoever leaves. */
export interface OnlyHere {
  readonly files: number;
  readonly typed: number;
  readonly filters: number;
}

export async function onlyHere({ id, ledgers }: KnownUser): Promise<OnlyHere> {
  const typed = typedIn(
    Object.keys(localStorage),
    ledgers.map(({ store }) => store),
  );
  const filters = ledgers.flatMap((ledger) => savedFilters.value[ledger.store] ?? []).length;
  return { files: (await filesOf(id)).length, typed, filters };
}

/** Forms and entries that are half typed, by the names under which the device keeps them. */
export function typedIn(keys: readonly string[], stores: readonly string[]): number {
  const names = stores.flatMap((id) => [`draft.${id}`, `draft.locked.${id}`, `form.${id}.`]);
  return keys.filter((key) => names.some((name) => isOf(key, `mybudget.${name}`))).length;
}

function isOf(key: string, name: string): boolean {
  return name.endsWith(".") ? key.startsWith(name) : key === name;
}
