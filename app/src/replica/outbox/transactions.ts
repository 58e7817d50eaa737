import { isObject, type JsonObject, mergePatch } from "../json.ts";
import type { Facts } from "./effects.ts";
import type { OutboxRow } from "./operation.ts";

/**
 * A patch of a transaction. What arrives of a transfer within one currency follows what leaves, unless the patch says it; another side
 * that says as the entry does has no day and no status of its own.
 */
export function entryRevised(
  data: JsonObject | undefined,
  { operation, at }: OutboxRow,
  facts: Facts,
): JsonObject | undefined {
  if (!data) return undefined;
  const patch = operation.data ?? {};
  const entry = { ...(mergePatch(data, patch) as JsonObject), updatedAt: at };
  const { transfer, amount } = entry as JsonObject;
  if (!isObject(transfer)) return entry;
  const isSaid = isObject(patch.transfer) && "amount" in patch.transfer;
  const follows = !isSaid && typeof amount === "number" && currency(entry, facts) === currency(transfer, facts);
  const side = follows ? { ...transfer, amount: -amount } : transfer;
  return isSide(side) ? { ...entry, transfer: condensed(side, entry) } : { ...entry, transfer: data.transfer ?? null };
}

/** One that names no account, or no amount in another currency, is none: what was a transfer here may be an expense there meanwhile. */
function isSide({ accountId, amount }: JsonObject): boolean {
  return typeof accountId === "string" && Number.isSafeInteger(amount);
}

/** What was deleted here and not yet there comes back as it was; anything else once the server has said what it is. */
export function entryRestored(data: JsonObject | undefined, { snapshot, at }: OutboxRow): JsonObject | undefined {
  return data || !snapshot ? undefined : { ...snapshot, deletedAt: null, updatedAt: at };
}

function currency(side: JsonObject, facts: Facts): string | undefined {
  return typeof side.accountId === "string" ? facts.currencyOf(side.accountId) : undefined;
}

function condensed(transfer: JsonObject, entry: JsonObject): JsonObject {
  const { date, status, ...said } = transfer;
  return {
    ...said,
    ...(date === undefined || date === entry.date ? {} : { date }),
    ...(status === undefined || status === entry.status ? {} : { status }),
  };
}
