import { keyOf } from "../entities.ts";
import type { JsonObject } from "../json.ts";
import type { Reading } from "../store/store.ts";

/** What the outbox remembers of transactions that were deleted on this device, and that are not there again. */
export async function deletedIn(tables: Reading): Promise<{ readonly data: JsonObject; readonly at: string }[]> {
  const rows = [...(await tables.range("outbox")), ...(await tables.range("sent"))];
  const last = new Map<string, { readonly data: JsonObject; readonly at: string }>();
  for (const { operation, snapshot, at } of rows) {
    if (operation.type !== "transaction.delete" || !snapshot) continue;
    const known = last.get(operation.entityId);
    if (!known || known.at < at) last.set(operation.entityId, { data: snapshot, at });
  }
  const found = await Promise.all([...last.keys()].map((id) => tables.get("entities", keyOf("transaction", id))));
  const gone = [...last.values()].filter((_, place) => !found[place]);
  return gone.sort((left, right) => (left.at < right.at ? 1 : -1));
}
