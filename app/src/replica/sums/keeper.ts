import { type Entry, linesOf, sidesOf } from "../money/entries.ts";
import { type Packed, pack, unpack } from "../money/money.ts";
import type { Writing } from "../store/store.ts";
import { type Days, MOVED, monthOf, partOf, SPENT, type SumRow } from "./rows.ts";

/** By row, part and day, what is to be added to the figures. */
type Deltas = Map<string, Map<string, Map<string, bigint[]>>>;

/** Brings the sums up to date with the entries that one write changes; each row is read and written once. */
export class SumKeeper {
  private readonly deltas: Deltas = new Map();

  /** Counts an entry in, by 1, or out, by -1. */
  count(entry: Entry, sign: 1 | -1): void {
    for (const { accountId, categoryId, date, amount } of linesOf(entry)) {
      const sum = BigInt(sign * amount);
      this.add(SPENT, partOf(accountId, categoryId), date, amount > 0 ? [sum, 0n] : [0n, sum]);
    }
    for (const { accountId, date, amount, status } of sidesOf(entry)) {
      const sum = BigInt(sign * amount);
      this.add(MOVED, accountId, date, [sum, status === "pending" ? 0n : sum, BigInt(sign)]);
    }
  }

  async save(tables: Writing): Promise<void> {
    const changed = [...this.deltas];
    this.deltas.clear();
    // One after the other, as lines are.
    for (const [key, parts] of changed) {
      const sums: Record<string, Days> = { ...(await tables.get("sums", key))?.sums };
      for (const [part, days] of parts) set(sums, part, added(sums[part], days));
      if (isEmpty(sums)) tables.delete("sums", key);
      else tables.put("sums", { key, sums } as SumRow);
    }
  }

  private add(prefix: string, part: string, date: string, figures: bigint[]): void {
    const parts = within(this.deltas, prefix + monthOf(date));
    const days = within(parts, part);
    const day = date.slice(8);
    const known = days.get(day);
    days.set(day, known ? known.map((sum, place) => sum + (figures[place] ?? 0n)) : figures);
  }
}

function within<T>(maps: Map<string, Map<string, T>>, key: string): Map<string, T> {
  const known = maps.get(key) ?? new Map<string, T>();
  maps.set(key, known);
  return known;
}

function added(known: Days | undefined, deltas: ReadonlyMap<string, bigint[]>): Days {
  const days: Record<string, readonly Packed[]> = { ...known };
  for (const [day, figures] of deltas) {
    const sums = figures.map((figure, place) => unpack(days[day]?.[place]) + figure);
    if (sums.every((sum) => sum === 0n)) delete days[day];
    else days[day] = sums.map(pack);
  }
  return days;
}

/** What nothing is left of has no member. */
function set(sums: Record<string, Days>, part: string, days: Days): void {
  if (isEmpty(days)) delete sums[part];
  else sums[part] = days;
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}
