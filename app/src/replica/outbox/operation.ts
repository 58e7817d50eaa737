import type { Problem } from "../api/problems.ts";
import type { components } from "../api/schema.js";
import type { Said } from "../api/wire.ts";
import type { JsonObject } from "../json.ts";

type Schemas = components["schemas"];

/** The commands of a ledger that can be given offline. */
export type OperationType =
  | "ledger.revise"
  | `account.${"open" | "revise" | "close" | "reopen" | "delete"}`
  | `category.${"create" | "revise" | "delete" | "merge"}`
  | `transaction.${"record" | "revise" | "delete" | "restore"}`
  | `budget.${"create" | "revise" | "delete"}`;

/** What is sent. Once it was, it is never changed: its id stands for its content. */
export interface Operation extends Said<Omit<Schemas["Operation"], "type" | "entityId" | "data">> {
  readonly type: OperationType;
  readonly entityId: string;
  /** The body of the HTTP route. */
  readonly data?: JsonObject;
}

export type OutcomeStatus = Schemas["OutcomeStatus"];

/** What became of an operation. */
export interface Outcome extends Said<Omit<Schemas["Outcome"], "data" | "fields" | "problem">> {
  readonly data?: JsonObject | null;
  /** Which fields others changed. */
  readonly fields?: readonly string[];
  readonly problem?: Problem;
}

export interface OutboxRow {
  /** Orders operations as they were given. */
  readonly key: string;
  readonly operation: Operation;
  /** When it was given, and the user's day then. */
  readonly at: string;
  readonly on: string;
  /** Of a restoration, what was deleted, so that it is seen at once; of a transaction's deletion, what there was. */
  readonly snapshot?: JsonObject;
  /** The server's answer; of one that is sent again to a restored server, the answer before. */
  readonly outcome?: Outcome;
  /**
   * pending: to be sent; acknowledged: done, but not pulled yet, so still laid over what the server has here; covered: pulled, and only
   * kept to be sent along with a later one on the same entity.
   */
  readonly state: "pending" | "acknowledged" | "covered";
  /** When nothing was left to be done. */
  readonly doneAt?: string;
}

/** An operation that was not done, and what is needed to decide about it. */
export interface IssueRow {
  /** That of its operation. */
  readonly key: string;
  readonly operation: Operation;
  readonly outcome: Outcome;
  readonly at: string;
  readonly on: string;
  /** The entity as the user had it; null if it was deleted here. */
  readonly mine: JsonObject | null;
}

/** The kind of entity an operation is on, by which its type begins. */
export function kindOf(type: OperationType): "ledger" | "account" | "category" | "transaction" | "budget" {
  return type.slice(0, type.indexOf(".")) as ReturnType<typeof kindOf>;
}

/** Whether it makes the entity. */
export function isCreation(type: OperationType): boolean {
  return type === "account.open" || type === "transaction.record" || type.endsWith(".create");
}

/** Grows with every operation, in the order of text. */
export function outboxKey(sequence: number): string {
  return sequence.toString().padStart(12, "0");
}
