import { accounts, categories } from "../state/reference.ts";
import { texts } from "../state/texts.ts";

/** What a row tells of, whether it is read whole or as a line of a list. */
interface Told {
  readonly accountId: string;
  readonly payee?: string | null | undefined;
  readonly categoryId?: string | null | undefined;
  readonly status: string | null;
  readonly note?: string | null | undefined;
  readonly tags: readonly string[];
  readonly splits: readonly unknown[];
  readonly transfer?: { readonly accountId: string } | null | undefined;
  /** Or how many. */
  readonly receipts?: readonly unknown[] | number | null | undefined;
}

/** What an entry was for, in a few words. */
export function purpose(entry: Told): string {
  const t = texts().entries;
  if (entry.transfer) return t.transfer(nameOf(entry.accountId), nameOf(entry.transfer.accountId));
  if (entry.splits.length > 0) return t.split(entry.splits.length);
  return categories.value.get(entry.categoryId ?? "")?.name ?? t.uncategorised;
}

export function titleOf(entry: Told): string {
  return entry.payee || purpose(entry);
}

/** What stands below the title; the account is left out where the list is of one. */
export function notesOf(entry: Told, isOfOneAccount: boolean): string[] {
  const receipts = typeof entry.receipts === "number" ? entry.receipts : (entry.receipts?.length ?? 0);
  return [
    ...(entry.payee ? [purpose(entry)] : []),
    ...(isOfOneAccount || entry.transfer ? [] : [nameOf(entry.accountId)].filter(Boolean)),
    ...(entry.status === "pending" ? [texts().entries.pending] : []),
    ...(entry.note ? [entry.note] : []),
    ...entry.tags.map((tag) => `#${tag}`),
    ...(receipts > 0 ? [texts().entries.receipts(receipts)] : []),
  ];
}

function nameOf(accountId: string): string {
  return accounts.value.get(accountId)?.name ?? "";
}
