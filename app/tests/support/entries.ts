import type { EntityRow } from "../../src/replica/entities.ts";
import type { JsonObject } from "../../src/replica/json.ts";
import type { Entry } from "../../src/replica/money/entries.ts";
import type { Store } from "../../src/replica/store/store.ts";
import { rowOf } from "../../src/replica/sync/rows.ts";
import { Workbench } from "../../src/replica/sync/workbench.ts";

export function transaction(
  id: string,
  entry: Partial<Entry> & Pick<Entry, "accountId" | "date" | "amount">,
): EntityRow {
  const data = { splits: [], status: "cleared", tags: [], createdAt: `at-${id}`, version: 1, id, ...entry };
  return rowOf("transaction", id, data as unknown as JsonObject, 1);
}

/** Puts rows as pulled, so that sums are kept with them. */
export async function put(store: Store, rows: readonly EntityRow[]): Promise<void> {
  await store.write("relaxed", async (tables) => {
    const bench = await Workbench.asOnServer(tables);
    await bench.load(rows.map(({ key }) => key));
    for (const row of rows) bench.set(row.key, row);
    await bench.save();
  });
}

export async function remove(store: Store, keys: readonly string[]): Promise<void> {
  await store.write("relaxed", async (tables) => {
    const bench = await Workbench.asOnServer(tables);
    await bench.load(keys);
    for (const key of keys) bench.set(key, null);
    await bench.save();
  });
}
