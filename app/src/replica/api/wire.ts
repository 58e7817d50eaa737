import { isObject, type JsonObject } from "../json.ts";
import type { Operation, Outcome } from "../outbox/operation.ts";
import type { components } from "./schema.js";

type Schemas = components["schemas"];

/** One entity that changed; its kind may be one that this release does not know. */
export type ChangedItem = Readonly<Omit<Schemas["ChangedEntity"], "data">> & { readonly data: JsonObject | null };

/** GET ledgers/{id}/changes */
export type ChangesPage = Readonly<Omit<Schemas["ChangesView"], "items">> & { readonly items: readonly ChangedItem[] };

/** POST ledgers/{id}/sync */
export type SyncRequest = Said<Omit<Schemas["PushRequest"], "operations">> & {
  readonly operations: readonly Operation[];
};

export type SyncReply = Omit<Schemas["PushView"], "outcomes" | "changes"> & {
  readonly outcomes: readonly Outcome[];
  readonly changes?: ChangesPage | null;
};

/** GET ledgers/{id}/digest */
export type Digest = Readonly<Schemas["DigestView"]>;

/** What is not said is left out, and never null. */
export type Said<T> = { readonly [Name in keyof T]: Exclude<T[Name], null> };

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
