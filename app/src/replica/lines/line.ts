import type { EntityRow } from "../entities.ts";
import type { Day } from "../money/dates.ts";
import type { EntrySplit, EntryStatus, EntryTransfer } from "../money/entries.ts";

/** What a list shows of a transaction, and what it is found by. */
export interface Line {
  readonly id: string;
  readonly date: Day;
  /** Within a day, the order of recording. */
  readonly order: string;
  readonly accountId: string;
  readonly amount: number;
  readonly status: EntryStatus;
  readonly payee: string | null;
  readonly categoryId: string | null;
  readonly createdBy: string | null;
  readonly importId: string | null;
  readonly note: string | null;
  readonly tags: readonly string[];
  readonly splits: readonly EntrySplit[];
  readonly transfer: EntryTransfer | null;
  /** How many it has, if any. */
  readonly receipts?: number;
}

export function lineOf({ id, date = "", order = "", data }: EntityRow): Line {
  const { receipts, ...entry } = data as unknown as Partial<Omit<Line, "receipts">> & {
    readonly receipts?: readonly unknown[] | null;
  };
  return {
    id,
    date,
    order,
    accountId: entry.accountId ?? "",
    amount: entry.amount ?? 0,
    status: entry.status ?? "cleared",
    payee: entry.payee ?? null,
    categoryId: entry.categoryId ?? null,
    createdBy: entry.createdBy ?? null,
    importId: entry.importId ?? null,
    note: entry.note ?? null,
    tags: entry.tags ?? [],
    splits: entry.splits ?? [],
    transfer: entry.transfer ?? null,
    ...(receipts?.length ? { receipts: receipts.length } : {}),
  };
}

/** Newest first, as the server lists them. */
export function newestFirst(left: Line, right: Line): number {
  if (left.date !== right.date) return left.date < right.date ? 1 : -1;
  if (left.order !== right.order) return left.order < right.order ? 1 : -1;
  return left.id < right.id ? 1 : left.id > right.id ? -1 : 0;
}
