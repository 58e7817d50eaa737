import { isObject, type JsonObject } from "../json.ts";
import type { Operation, Outcome } from "../outbox/operation.ts";

/** One entity that changed; its kind may be one that this release does not know. */
export interface ChangedItem {
  readonly kind: string;
  readonly id: string;
  readonly revision: number;
  readonly deleted: boolean;
  readonly data: JsonObject | null;
}

/** GET ledgers/{id}/changes */
export interface ChangesPage {
  readonly items: readonly ChangedItem[];
  readonly cursor: string;
  readonly hasMore: boolean;
}

/** POST ledgers/{id}/sync */
export interface SyncRequest {
  readonly since?: string;
  readonly operations: readonly Operation[];
}

export interface SyncReply {
  readonly outcomes: readonly Outcome[];
  readonly changes?: ChangesPage | null;
}

/** GET ledgers/{id}/digest */
export interface Digest {
  readonly cursor: string;
  readonly kinds: Readonly<Record<string, { readonly count: number; readonly hash: string }>>;
  readonly accounts: readonly {
    readonly id: string;
    readonly balance: number;
    readonly clearedBalance: number;
    readonly entries: number;
  }[];
}

export function isChangesPage(value: unknown): value is ChangesPage & JsonObject {
  return (
    isObject(value) &&
    Array.isArray(value.items) &&
    typeof value.cursor === "string" &&
    typeof value.hasMore === "boolean"
  );
}

export function isSyncReply(value: unknown): value is SyncReply & JsonObject {
  return isObject(value) && Array.isArray(value.outcomes) && (!value.changes || isChangesPage(value.changes));
}

export function isDigest(value: unknown): value is Digest & JsonObject {
  return isObject(value) && typeof value.cursor === "string" && isObject(value.kinds) && Array.isArray(value.accounts);
}
