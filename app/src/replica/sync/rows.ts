import { type EntityRow, type Kind, keyOf } from "../entities.ts";
import type { JsonObject } from "../json.ts";
import { type Entry, sidesOf } from "../money/entries.ts";
import { placeIn, severalDaysIn } from "../store/lists.ts";

/** An entity as it is stored, with its places in the lists where it is a transaction. */
export function rowOf(kind: Kind, id: string, data: JsonObject, download: number): EntityRow {
  const version = typeof data.version === "number" ? data.version : 0;
  const row = { key: keyOf(kind, id), kind, id, data, version, download };
  return kind === "transaction" ? { ...row, ...placesOf(id, data) } : row;
}

export function entryOf(row: EntityRow | null | undefined): Entry | null {
  return row?.kind === "transaction" ? (row.data as unknown as Entry) : null;
}

/** Instants of the server and of this device, with and without a fraction, in an order of text. */
export function orderOf(instant: string): string {
  return instant.replace(/(?:\.0*|(\.\d*[1-9])0*)?(?:Z|\+00:00)$/, "$1+");
}

/** In the list of an account it stands once, on the latest day of its sides there. */
function placesOf(id: string, data: JsonObject): Pick<EntityRow, "date" | "order" | "places"> {
  const entry = data as unknown as Entry;
  const order = typeof data.createdAt === "string" ? orderOf(data.createdAt) : "";
  const days = new Map<string, Set<string>>();
  for (const { accountId, date } of sidesOf(entry)) days.set(accountId, (days.get(accountId) ?? new Set()).add(date));
  const places = [...days].flatMap(([account, own]) => {
    const latest = { date: [...own].sort().at(-1) ?? "", order, id };
    return [account, ...(own.size > 1 ? [severalDaysIn(account)] : [])].map((list) => placeIn(list, latest));
  });
  return { date: entry.date, order, places };
}
