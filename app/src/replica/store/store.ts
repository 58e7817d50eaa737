import type { EntityRow } from "../entities.ts";
import type { LinesRow } from "../lines/keeper.ts";
import type { IssueRow, OutboxRow } from "../outbox/operation.ts";
import type { SumRow } from "../sums/rows.ts";

/** What the server has of an entity that pending operations changed here; null where it has none. */
export interface BaseRow {
  readonly key: string;
  readonly row: EntityRow | null;
}

export interface MetaRow {
  readonly key: string;
  readonly value: unknown;
}

/** All that a replica of one ledger keeps. Every row has a `key`, unique in its table, and is not changed once it is put. */
export interface Tables {
  /** What the user sees. */
  entities: EntityRow;
  /** What the server has, where that differs. */
  base: BaseRow;
  /** Operations that were not acknowledged, or whose effect was not pulled. */
  outbox: OutboxRow;
  /** Operations that are done, for a while: a restored server may have lost them. */
  sent: OutboxRow;
  /** Conflicts and rejections, until somebody decides. */
  issues: IssueRow;
  sums: SumRow;
  /** What lists show of transactions, and what they are found by. */
  lines: LinesRow;
  meta: MetaRow;
}

export type Table = keyof Tables;

export const TABLES: readonly Table[] = ["entities", "base", "outbox", "sent", "issues", "sums", "lines", "meta"];

export interface ListQuery {
  /** Only what moves this account. */
  readonly account?: string;
  /** The place of the last row seen; the list goes on behind it. */
  readonly before?: Place;
  /** Nothing of before this day. */
  readonly since?: string;
  readonly limit: number;
}

export interface Place {
  readonly date: string;
  readonly order: string;
  readonly id: string;
}

/** One snapshot. What `read` and `write` are given may await nothing but these, or the transaction ends early. */
export interface Reading {
  get<T extends Table>(table: T, key: string): Promise<Tables[T] | undefined>;
  /** In the order of their keys: from one (included) to another (not included), and no more than so many. */
  range<T extends Table>(table: T, from?: string, below?: string, most?: number): Promise<Tables[T][]>;
  /** Transactions, newest first. */
  list(query: ListQuery): Promise<EntityRow[]>;
}

export interface Writing extends Reading {
  /** Whether lines are kept: who shows no lists does without. */
  readonly keepsLines: boolean;
  put<T extends Table>(table: T, row: Tables[T]): void;
  delete(table: Table, key: string): void;
  /** Lets a browser answer taps in the midst of much work, which stays one write. */
  turn(): Promise<void>;
}

/** Strict: on the disk when the promise is kept. Relaxed: what the server can send again. */
export type Durability = "strict" | "relaxed";

/** Where a replica lives. All that one `write` does is done, or nothing of it. */
export interface Store {
  read<R>(work: (tables: Reading) => Promise<R>): Promise<R>;
  write<R>(durability: Durability, work: (tables: Writing) => Promise<R>): Promise<R>;
  close(): Promise<void>;
}

/** The range of keys that begin so. */
export function under(prefix: string): [from: string, below: string] {
  return [prefix, `${prefix}\uffff`];
}
