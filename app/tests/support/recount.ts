import { type Entry, linesOf, sidesOf } from "../../src/replica/money/entries.ts";
import { unpack } from "../../src/replica/money/money.ts";
import { type Store, under } from "../../src/replica/store/store.ts";
import type { Days } from "../../src/replica/sums/rows.ts";

type Figures = Record<string, bigint[]>;

/** The sums that a store keeps, by month, what they are of, and day. */
export async function sumsIn(store: Store): Promise<Figures> {
  const figures: Figures = {};
  for (const { key, sums } of await store.read((tables) => tables.range("sums"))) {
    for (const [part, days] of Object.entries<Days>(sums)) {
      for (const [day, packed] of Object.entries(days)) figures[`${key}-${day} ${part}`] = packed.map(unpack);
    }
  }
  return figures;
}

/** The same from nothing but the transactions that are in it. */
export async function recounted(store: Store): Promise<Figures> {
  const figures: Figures = {};
  const add = (key: string, amounts: readonly number[]) => {
    const known = figures[key] ?? amounts.map(() => 0n);
    figures[key] = known.map((sum, place) => sum + BigInt(amounts[place] ?? 0));
  };
  for (const row of await store.read((tables) => tables.range("entities", ...under("transaction/")))) {
    const entry = row.data as unknown as Entry;
    for (const { date, accountId, categoryId, amount } of linesOf(entry))
      add(`spent/${date} ${accountId}/${categoryId ?? "-"}`, [Math.max(amount, 0), Math.min(amount, 0)]);
    for (const { date, accountId, amount, status } of sidesOf(entry))
      add(`moved/${date} ${accountId}`, [amount, status === "pending" ? 0 : amount, 1]);
  }
  return figures;
}
