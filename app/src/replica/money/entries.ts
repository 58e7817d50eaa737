import type { Day } from "./dates.ts";
import type { Minor } from "./money.ts";

export type EntryStatus = "pending" | "cleared" | "reconciled";

export interface EntryTransfer {
  readonly accountId: string;
  readonly amount: Minor;
  readonly date?: Day | null;
  readonly status?: EntryStatus | null;
}

export interface EntrySplit {
  readonly amount: Minor;
  readonly categoryId?: string | null;
  readonly note?: string | null;
  readonly transfer?: EntryTransfer | null;
}

/** What a transaction says that figures are made of. */
export interface Entry {
  readonly accountId: string;
  readonly date: Day;
  readonly amount: Minor;
  readonly status: EntryStatus;
  readonly categoryId?: string | null;
  readonly splits: readonly EntrySplit[];
  readonly transfer?: EntryTransfer | null;
}

/** What an entry moves in one account: of a transfer, each of the two accounts has a side of its own. */
export interface EntrySide {
  readonly accountId: string;
  readonly amount: Minor;
  readonly date: Day;
  readonly status: EntryStatus;
}

/** The part of an entry that budgets count: the whole of it, or one split. A transfer has none, unless it has a category. */
export interface EntryLine {
  readonly date: Day;
  readonly accountId: string;
  readonly categoryId: string | null;
  readonly amount: Minor;
}

/** The entry's own account first, then those that its transfer or its parts go to. */
export function sidesOf(entry: Entry): EntrySide[] {
  const { accountId, amount, date, status } = entry;
  const transfers = [entry.transfer, ...entry.splits.map((split) => split.transfer)];
  const others = transfers.flatMap((transfer) => (transfer ? [sideOf(entry, transfer)] : []));
  return [{ accountId, amount, date, status }, ...others];
}

/** A category of a transfer makes each side a line of its account, and a budget counts the side of the accounts it counts. */
export function linesOf(entry: Entry): EntryLine[] {
  return entry.splits.length === 0
    ? linesOfPart(entry, entry)
    : entry.splits.flatMap((split) => linesOfPart(entry, split));
}

function linesOfPart(entry: Entry, part: Pick<EntrySplit, "amount" | "categoryId" | "transfer">): EntryLine[] {
  const categoryId = part.categoryId ?? null;
  const own = { date: entry.date, accountId: entry.accountId, categoryId, amount: part.amount };
  if (!part.transfer) return [own];
  if (categoryId === null) return [];
  const { date, accountId, amount } = sideOf(entry, part.transfer);
  return [own, { date, accountId, categoryId, amount }];
}

/** The other side, whose day and status are the entry's where it has none of its own. */
function sideOf(entry: Entry, transfer: EntryTransfer): EntrySide {
  const { accountId, amount, date, status } = transfer;
  return { accountId, amount, date: date ?? entry.date, status: status ?? entry.status };
}
