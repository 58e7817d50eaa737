import type { Day, DaySum } from "../replica/index.ts";
import { type Entry, linesOf } from "../replica/money/entries.ts";
import type { Range } from "./ranges.ts";

export type Flow = "expense" | "income";

/** Money of one day, account and category: a sum that is kept, or a line of an entry. Both are counted by the same rule. */
export interface Piece {
  readonly date: Day;
  readonly accountId: string;
  readonly categoryId: string | null;
  readonly amount: bigint;
}

export interface Scope {
  readonly currency: string;
  readonly accounts: ReadonlyMap<string, { readonly currency: string; readonly onBudget: boolean }>;
  readonly categories: ReadonlyMap<string, { readonly kind: Flow }>;
}

/** One bar of a chart: the flow it is of, and the category or the month; of neither, all of it. */
export interface Bar {
  readonly flow: Flow;
  /** Null: what has no category. */
  readonly categoryId?: string | null;
  /** yyyy-MM. */
  readonly month?: string;
}

export interface Tally {
  /** What a bar stands for; more than nothing for an expense is money that went out. */
  of(bar: Bar): bigint;
  categories(flow: Flow): [categoryId: string | null, sum: bigint][];
  /** By currency, what is in another than the ledger's: nothing is converted here. */
  readonly unconverted: ReadonlyMap<string, bigint>;
}

export function piecesOf(sums: readonly DaySum[]): Piece[] {
  return sums.flatMap(({ inflow, outflow, ...of }) => [
    { ...of, amount: inflow },
    { ...of, amount: outflow },
  ]);
}

export function tallyOf(pieces: readonly Piece[], scope: Scope, range: Range): Tally {
  const sums = new Map<string, { bar: Required<Bar>; sum: bigint }>();
  const unconverted = new Map<string, bigint>();
  for (const piece of pieces) {
    const counted = countedAs(piece, scope, range);
    if (!counted) continue;
    const { flow, currency, sum } = counted;
    if (currency !== scope.currency) {
      unconverted.set(currency, (unconverted.get(currency) ?? 0n) + piece.amount);
      continue;
    }
    const bar = { flow, categoryId: piece.categoryId, month: piece.date.slice(0, 7) };
    const key = `${flow}/${bar.month}/${bar.categoryId ?? "-"}`;
    sums.set(key, { bar, sum: (sums.get(key)?.sum ?? 0n) + sum });
  }
  const all = [...sums.values()];
  const of = (bar: Bar) => all.reduce((total, cell) => (isOf(cell.bar, bar) ? total + cell.sum : total), 0n);
  return {
    of,
    categories: (flow) =>
      [...new Set(all.filter(({ bar }) => bar.flow === flow).map(({ bar }) => bar.categoryId))]
        .map((categoryId): [string | null, bigint] => [categoryId, of({ flow, categoryId })])
        .filter(([, sum]) => sum !== 0n)
        .sort(([, left], [, right]) => (left < right ? 1 : left > right ? -1 : 0)),
    unconverted: new Map([...unconverted].filter(([, sum]) => sum !== 0n)),
  };
}

export interface Behind<E> {
  readonly entry: E;
  readonly date: Day;
  readonly sum: bigint;
}

/** The entries behind a bar, each with what it adds to it. */
export function behind<E extends Entry>(entries: readonly E[], scope: Scope, range: Range, bar: Bar): Behind<E>[] {
  return entries.flatMap((entry) => {
    const lines = linesOf(entry).flatMap((line) => {
      const piece = { ...line, amount: BigInt(line.amount) };
      const counted = countedAs(piece, scope, range);
      if (!counted || counted.currency !== scope.currency) return [];
      const own = { flow: counted.flow, categoryId: line.categoryId, month: line.date.slice(0, 7) };
      return isOf(own, bar) ? [{ date: line.date, sum: counted.sum }] : [];
    });
    const date = lines[0]?.date;
    if (date === undefined) return [];
    return [{ entry, date, sum: lines.reduce((total, line) => total + line.sum, 0n) }];
  });
}

/** As budgets do: accounts on budget, by the kind of the category; without one, by whether money came in or went out. */
function countedAs({ date, accountId, categoryId, amount }: Piece, scope: Scope, { from, to }: Range) {
  const account = scope.accounts.get(accountId);
  if (!account?.onBudget || date < from || date > to) return null;
  const kind = categoryId === null ? undefined : scope.categories.get(categoryId)?.kind;
  const flow = kind ?? (amount > 0n ? "income" : "expense");
  return { flow, currency: account.currency, sum: flow === "income" ? amount : -amount };
}

function isOf(cell: Required<Bar>, bar: Bar): boolean {
  return (
    cell.flow === bar.flow &&
    (bar.categoryId === undefined || bar.categoryId === cell.categoryId) &&
    (bar.month === undefined || bar.month === cell.month)
  );
}
