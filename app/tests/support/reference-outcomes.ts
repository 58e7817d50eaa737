import type { JsonObject } from "../../src/replica/json.ts";
import type { Outcome } from "../../src/replica/outbox/operation.ts";

export type Role = "owner" | "editor" | "viewer";

/** One entity with all its versions; the last is what it is, null where it is deleted. */
export interface Entity {
  readonly kind: string;
  readonly id: string;
  revision: number;
  /** By version; who made it is the operation's id. */
  readonly versions: { readonly data: JsonObject | null; readonly by: string }[];
  /** Of a category, the one that it was merged into. */
  into?: Entity;
}

export const TYPES = new Set<string>([
  "ledger.revise",
  ...["open", "revise", "close", "reopen", "delete"].map((action) => `account.${action}`),
  ...["create", "revise", "delete", "merge"].map((action) => `category.${action}`),
  ...["record", "revise", "delete", "restore"].map((action) => `transaction.${action}`),
  ...["create", "revise", "delete"].map((action) => `budget.${action}`),
]);

type Refusal = Pick<Outcome, "problem" | "data" | "deleted" | "fields">;

export function dataOf(entity: Entity): JsonObject | null {
  return entity.versions.at(-1)?.data ?? null;
}

/** Of something that is gone: to take it away again is done already, unless it went elsewhere than is asked for. */
export function gone(entity: Entity, action: string, target: Entity | undefined) {
  const isElsewhere = action === "merge" && entity.into !== undefined && successorOf(entity) !== successorOf(target);
  const isDone = (action === "delete" || action === "merge") && !isElsewhere;
  return isDone ? { ...applied(entity), deleted: true } : conflict(entity, { data: null, deleted: true });
}

/** What took over in the place of a category, at last. */
function successorOf(entity: Entity | undefined): Entity | undefined {
  return entity?.into ? successorOf(entity.into) : entity;
}

export function applied(entity: Entity) {
  return { status: "applied" as const, version: entity.versions.length };
}

export function conflict(entity: Entity, refusal: Refusal) {
  return { status: "conflict" as const, version: entity.versions.length, ...refusal };
}

export function rejected(status: number, code: string) {
  return { status: "rejected" as const, problem: { status, code, title: code } };
}

export function isForbidden(type: string, role: Role): boolean {
  return role === "viewer" || (role === "editor" && type.startsWith("ledger."));
}

/** Whether any version of an entry moves the account. */
export function namesAccount({ versions }: Entity, account: string): boolean {
  return versions.some(({ data }) => JSON.stringify(data ?? {}).includes(account));
}
