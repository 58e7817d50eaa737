import type { Day, Line } from "../replica/index.ts";
import { amountIn, sideIn } from "../search/matches.ts";

/** What entries come to in each currency, the largest first. */
export type Totals = readonly (readonly [currency: string, sum: bigint])[];

export type Group = "pending" | "planned" | "day";

export interface Head {
  readonly kind: "head";
  readonly key: string;
  readonly group: Group;
  readonly day: Day;
  readonly count: number;
  readonly totals: Totals;
}

export interface LineItem {
  readonly kind: "line";
  readonly key: string;
  readonly line: Line;
  /** Of the side that is shown; where the list is of categories, of the parts in them. */
  readonly accountId: string;
  readonly amount: number;
  /** Of the whole entry, where what is shown is a part of it. */
  readonly whole?: number;
  readonly date: Day;
  readonly group: Group;
  /** Of the one account that is shown, after this entry. */
  readonly balance?: bigint;
}

export type Item = Head | LineItem;

export interface Listed {
  readonly items: readonly Item[];
  readonly count: number;
}

export interface ListingOptions {
  readonly today: Day;
  readonly isPlannedOpen: boolean;
  /** Those that the list is of; null for all. */
  readonly accounts: ReadonlySet<string> | null;
  /** The same of categories, or `none`. */
  readonly categories?: ReadonlySet<string> | null;
  readonly currencyOf: (accountId: string) => string;
  /** Of the one account, by entry. */
  readonly balances?: ReadonlyMap<string, bigint> | undefined;
}

/** Entries under their days: what the bank has not booked first, what is only planned under a fold, then every day up to today. */
export function listing(lines: readonly Line[], options: ListingOptions): Listed {
  const { today, accounts, categories = null, balances } = options;
  const [pending, planned, past]: [LineItem[], LineItem[], LineItem[]] = [[], [], []];
  let isSorted = true;
  for (const line of lines) {
    const side = sideIn(line, accounts);
    const group: Group = side.date > today ? "planned" : side.status === "pending" ? "pending" : "day";
    const balance = group === "planned" ? undefined : balances?.get(line.id);
    const { accountId, date } = side;
    const amount = amountIn(line, side, categories);
    const item: LineItem = {
      kind: "line",
      key: line.id,
      line,
      accountId,
      amount,
      date,
      group,
      ...(amount === side.amount ? {} : { whole: side.amount }),
      ...(balance === undefined ? {} : { balance }),
    };
    const list = group === "planned" ? planned : group === "pending" ? pending : past;
    const last = list.at(-1);
    if (last && last.date < date) isSorted = false;
    list.push(item);
  }
  // In an account, the day of an entry is that of its side there.
  if (!isSorted) for (const list of [pending, planned, past]) list.sort(byDay);
  const items: Item[] = [];
  if (pending.length > 0) items.push(headOf("pending", today, pending, options), ...pending);
  if (planned.length > 0) {
    items.push(headOf("planned", today, planned, options));
    if (options.isPlannedOpen) for (const item of planned) items.push(item);
  }
  for (let first = 0; first < past.length; ) {
    const day = (past[first] as LineItem).date;
    let next = first;
    while (past[next]?.date === day) next++;
    const own = past.slice(first, next);
    items.push(headOf("day", day, own, options), ...own);
    first = next;
  }
  return { items, count: lines.length };
}

function byDay(left: LineItem, right: LineItem): number {
  return left.date === right.date ? 0 : left.date < right.date ? 1 : -1;
}

function headOf(group: Group, day: Day, items: readonly LineItem[], options: ListingOptions): Head {
  const key = group === "day" ? day : group;
  return { kind: "head", key, group, day, count: items.length, totals: totalsOf(items, options) };
}

/** Money that only changed its place counts where one account is looked at, and not in the whole. */
export function totalsOf(
  items: readonly Pick<LineItem, "line" | "accountId" | "amount">[],
  { accounts, categories = null, currencyOf }: Pick<ListingOptions, "accounts" | "categories" | "currencyOf">,
): Totals {
  const sums = new Map<string, bigint>();
  for (const { line, accountId, amount } of items) {
    const moved = accounts === null ? movedIn(line, categories) : 0;
    if (accounts === null && line.transfer) continue;
    const currency = currencyOf(accountId);
    sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(amount) - BigInt(moved));
  }
  return [...sums].sort(([, left], [, right]) => (size(left) > size(right) ? -1 : size(left) < size(right) ? 1 : 0));
}

/** What parts of a split take to other accounts. */
function movedIn({ splits }: Line, categories: ReadonlySet<string> | null): number {
  let sum = 0;
  for (const { amount, categoryId, transfer } of splits)
    if (transfer && (categories === null || categories.has(categoryId ?? ""))) sum += amount;
  return sum;
}

function size(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
