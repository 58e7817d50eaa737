import type { EntityRow } from "../../src/replica/entities.ts";
import type { Replica } from "../../src/replica/replica.ts";
import type { Reading } from "../../src/replica/store/store.ts";
import { partsOnServer } from "../../src/replica/sync/digest.ts";

/** Everything as the server has it, without the pending operations. */
export async function rowsOnServer(tables: Reading): Promise<EntityRow[]> {
  const all: EntityRow[] = [];
  for await (const rows of partsOnServer(tables)) all.push(...rows);
  return all;
}

/** All that a copy has and shows: what it keeps as the server's, and the figures that are made of it. */
export async function stateOf(replica: Replica, today: string) {
  const rows = await replica.store.read(rowsOnServer);
  const entities = rows.map(({ key, data }) => [key, data] as const).sort(([left], [right]) => (left < right ? -1 : 1));
  const sums = await replica.store.read((tables) => tables.range("sums"));
  return { entities, sums, balances: await replica.balances(), statuses: await replica.statuses(today) };
}

/** The same, as text that can be sent. */
export async function stateAsText(replica: Replica, today: string): Promise<string> {
  return JSON.stringify(await stateOf(replica, today), (_, value) => {
    if (value instanceof Map) return [...value].sort(([left], [right]) => (left < right ? -1 : 1));
    return typeof value === "bigint" ? `${value}n` : value;
  });
}
