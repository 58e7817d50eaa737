import { shown } from "../../amounts/shown.ts";
import type { Command } from "../../replica/index.ts";
import { isWriteOnly } from "../../state/lock.ts";
import type { Category } from "../../state/reference.ts";
import { hidesAmounts, locale } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";

/** What was saved, in a line. */
export function said({ data }: Command, currency: string, categories: ReadonlyMap<string, Category>): string {
  const t = texts().newEntry;
  if (isWriteOnly.value) return t.savedLocked;
  const amount = hidesAmounts.value ? "•••" : shown(Number(data?.amount ?? 0), currency, locale.value);
  const name = categories.get(String(data?.categoryId ?? ""))?.name ?? (data?.transfer ? t.kinds.transfer : "");
  return t.saved(name === "" ? amount : `${amount} · ${name}`);
}
