import type { components } from "./api/schema.js";
import type { JsonObject } from "./json.ts";

type Schemas = components["schemas"];

/**
 * What each kind's `data` is when it is synced: what GET gives of it, less what is not the same for every reader and day.
 * Figures such as balances and statuses are computed here.
 */
export interface Entities {
  ledger: Omit<Schemas["LedgerView"], "role" | "revision">;
  member: Omit<Schemas["MemberView"], "email"> & { id: string; version: number };
  account: Omit<Schemas["AccountView"], "balance" | "clearedBalance">;
  category: Schemas["Category"];
  transaction: Schemas["Transaction"];
  budget: Omit<Schemas["BudgetView"], "amount">;
  import: Schemas["Import"];
}

export type Kind = keyof Entities;

/** What this engine knows. Other kinds are skipped, and read from nothing by the release that learns them. */
export const KINDS: readonly Kind[] = ["ledger", "member", "account", "category", "transaction", "budget", "import"];

export function isKnown(kind: string): kind is Kind {
  return (KINDS as readonly string[]).includes(kind);
}

/** An entity as it is kept: what the user sees, with pending operations done. */
export interface EntityRow {
  readonly key: string;
  readonly kind: Kind;
  readonly id: string;
  readonly data: JsonObject;
  /** The server's; 0 for what it does not have yet. */
  readonly version: number;
  /** Which download it came with, so that what a new one did not bring is known to be gone. */
  readonly download: number;
  /** Of transactions, by which they are listed: the day, and within it the order of recording. */
  readonly date?: string;
  readonly order?: string;
  /** Of transactions, a place in the list of each account that they move. */
  readonly places?: readonly string[];
}

export function keyOf(kind: Kind, id: string): string {
  return `${kind}/${id}`;
}

/** The data of a row as what its kind says it is. */
export function entityOf<K extends Kind>(row: EntityRow & { kind: K }): Entities[K];
export function entityOf<K extends Kind>(row: EntityRow, kind: K): Entities[K];
export function entityOf(row: EntityRow): unknown {
  return row.data;
}
