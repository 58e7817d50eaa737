import type { EntityRow } from "../entities.ts";
import type { ListQuery, Place } from "./store.ts";

/** A row's place in the list of one account; the text's order is the list's. */
export function placeIn(account: string, { date, order, id }: Place): string {
  return `${account}|${date}|${order}|${id}`;
}

/** The list of what moves an account on several days: in the account's own list it stands on the latest of them alone. */
export function severalDaysIn(account: string): string {
  return `~${account}`;
}

/** Where a row stands in the list of all, or of an account, where its day is that of the side there. */
export function listedAt({ id, date = "", order = "", places = [] }: EntityRow, account?: string): Place {
  const own = account && places.find((place) => place.startsWith(`${account}|`));
  return { date: own ? (own.split("|")[1] ?? date) : date, order, id };
}

/** The lists of transactions of a store in memory, sorted when somebody asks for them. */
export class Lists {
  private readonly sorted = new Map<string, { place: string; row: EntityRow }[]>();

  forget(): void {
    this.sorted.clear();
  }

  page(rows: Iterable<EntityRow>, query: ListQuery): EntityRow[] {
    const account = query.account ?? "";
    let list = this.sorted.get(account);
    if (!list) {
      list = [];
      for (const row of rows) {
        const place = account === "" ? ownPlace(row) : row.places?.find((own) => own.startsWith(`${account}|`));
        if (place !== undefined) list.push({ place, row });
      }
      list.sort((left, right) => (left.place < right.place ? 1 : -1));
      this.sorted.set(account, list);
    }
    const last = query.before && placeIn(account, query.before);
    const first = last === undefined ? 0 : firstBelow(list, last);
    const end = query.since === undefined ? list.length : firstBelow(list, `${account}|${query.since}`);
    return list.slice(first, Math.min(end, first + query.limit)).map(({ row }) => row);
  }
}

function ownPlace(row: EntityRow): string | undefined {
  const { date, order, id } = row;
  return date === undefined || order === undefined ? undefined : placeIn("", { date, order, id });
}

function firstBelow(list: readonly { place: string }[], last: string): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as { place: string }).place >= last) low = middle + 1;
    else high = middle;
  }
  return low;
}
