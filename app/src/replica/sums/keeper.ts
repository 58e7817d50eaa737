import { type Entry, linesOf, sidesOf } from "../money/entries.ts";
import { type Packed, pack, unpack } from "../money/money.ts";
import type { Writing } from "../store/store.ts";
import { monthOf, movedKey, type SumRow, spentKey } from "./rows.ts";

/** Brings the sums up to date with the entries that one write changes. */
export class SumKeeper {
  /** By row and day, what is to be added to its figures. */
  private readonly deltas = new Map<string, Map<string, bigint[]>>();

  /** Counts an entry in, by 1, or out, by -1. */
  count(entry: Entry, sign: 1 | -1): void {
    for (const { accountId, categoryId, date, amount } of linesOf(entry)) {
      const moved = BigInt(sign * amount);
      this.add(spentKey(monthOf(date), accountId, categoryId), date, amount > 0 ? [moved, 0n] : [0n, moved]);
    }
    for (const { accountId, date, amount, status } of sidesOf(entry)) {
      const moved = BigInt(sign * amount);
      this.add(movedKey(accountId, monthOf(date)), date, [moved, status === "pending" ? 0n : moved, BigInt(sign)]);
    }
  }

  async save(tables: Writing): Promise<void> {
    const changed = [...this.deltas];
    this.deltas.clear();
    const rows = await Promise.all(changed.map(([key]) => tables.get("sums", key)));
    changed.forEach(([key, deltas], place) => {
      const row = added(key, rows[place], deltas);
      if (row) tables.put("sums", row);
      else tables.delete("sums", key);
    });
  }

  private add(key: string, date: string, figures: bigint[]): void {
    const days = this.deltas.get(key) ?? new Map<string, bigint[]>();
    this.deltas.set(key, days);
    const day = date.slice(8);
    const known = days.get(day);
    days.set(day, known ? known.map((sum, place) => sum + (figures[place] ?? 0n)) : figures);
  }
}

/** Null where nothing is left. */
function added(key: string, row: SumRow | undefined, deltas: ReadonlyMap<string, bigint[]>): SumRow | null {
  const days: Record<string, readonly Packed[]> = { ...row?.days };
  for (const [day, figures] of deltas) {
    const sums = figures.map((figure, place) => unpack(days[day]?.[place]) + figure);
    if (sums.every((sum) => sum === 0n)) delete days[day];
    else days[day] = sums.map(pack);
  }
  return Object.keys(days).length === 0 ? null : ({ key, days } as SumRow);
}
