import { isObject, type Json, type JsonObject, mergePatch } from "../json.ts";
import { budgetCreated, budgetRevised } from "./budgets.ts";
import type { OperationType, OutboxRow } from "./operation.ts";
import { entryRestored, entryRevised } from "./transactions.ts";

/** What an effect may ask of the ledger beside the entity itself. */
export interface Facts {
  currencyOf(accountId: string): string | undefined;
}

/** What an operation makes of an entity: its data, null where it is gone, undefined where nothing changes. */
type Effect = (data: JsonObject | undefined, row: OutboxRow, facts: Facts) => JsonObject | null | undefined;

const revised: Effect = (data, { operation, at }) =>
  data && { ...(mergePatch(data, operation.data ?? {}) as JsonObject), updatedAt: at };

const deleted: Effect = (data) => data && null;

/**
 * What is seen before the server has answered. Not what it decides: rules that it would refuse by are not asked here, and whatever it
 * answers takes this place.
 */
const EFFECTS: Record<OperationType, Effect> = {
  "ledger.revise": revised,
  "account.open": created((input) => ({
    openingBalance: 0,
    onBudget: isOnBudget(input.type),
    closed: false,
    ...input,
  })),
  "account.revise": revised,
  "account.close": (data) => data && { ...data, closed: true },
  "account.reopen": (data) => data && { ...data, closed: false },
  "account.delete": deleted,
  "category.create": created((input) => ({ archived: false, ...input })),
  "category.revise": revised,
  "category.delete": deleted,
  "category.merge": deleted,
  "transaction.record": created((input) => ({ splits: [], tags: [], status: "cleared", ...input })),
  "transaction.revise": entryRevised,
  "transaction.delete": deleted,
  "transaction.restore": entryRestored,
  "budget.create": created(budgetCreated),
  "budget.revise": budgetRevised,
  "budget.delete": deleted,
};

export const effectOf: Effect = (data, row, facts) => EFFECTS[row.operation.type](data, row, facts);

/** What becomes of another entity that names a category which is deleted, or merged into another. */
export function followed(
  kind: "transaction" | "budget",
  data: JsonObject,
  gone: string,
  into: string | null,
): JsonObject {
  if (kind === "budget") {
    const ids = idsOf(data.categoryIds);
    // Never as the last: an empty list would turn a budget for one thing into one for everything.
    if (!ids.includes(gone) || (into === null && ids.length === 1)) return data;
    const kept =
      into === null ? ids.filter((id) => id !== gone) : [...new Set(ids.map((id) => (id === gone ? into : id)))];
    return { ...data, categoryIds: kept };
  }
  const redirect = (part: JsonObject) => (part.categoryId === gone ? { ...part, categoryId: into } : part);
  const splits = Array.isArray(data.splits) ? data.splits : [];
  const isNamed = data.categoryId === gone || splits.some((split) => isObject(split) && split.categoryId === gone);
  return isNamed
    ? { ...redirect(data), splits: splits.map((split) => (isObject(split) ? redirect(split) : split)) }
    : data;
}

/** Created twice is created once, as on the server. */
function created(withDefaults: (input: JsonObject) => JsonObject): Effect {
  return (data, { operation, at }) => {
    if (data) return undefined;
    const said = mergePatch({}, operation.data ?? {}) as JsonObject;
    return { ...withDefaults(said), id: operation.entityId, createdAt: at, updatedAt: at, version: 0 };
  };
}

function isOnBudget(type: Json | undefined): boolean {
  return typeof type === "string" && ["checking", "savings", "cash", "creditCard"].includes(type);
}

function idsOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === "string") : [];
}
