import { type Day, type DaySum, monthEnd, monthStart } from "../figures/calendar.ts";

export interface Suggestion {
  readonly categoryId: string;
  readonly amount: number;
}

interface Known {
  readonly currency: string;
  /** Accounts that count, by their currency. */
  readonly accounts: ReadonlyMap<string, { readonly currency: string; readonly onBudget: boolean }>;
  /** Expense categories that are in use. */
  readonly categoryIds: ReadonlySet<string>;
}

const MONTHS = 3;
const MOST = 3;

/** The three whole months before that of a day, both days included. */
export function monthsBefore(today: Day): { from: Day; to: Day; months: string[] } {
  const months = Array.from({ length: MONTHS }, (_, place) => monthStart(today, place - MONTHS).slice(0, 7));
  return { from: monthStart(today, -MONTHS), to: monthEnd(today, -1), months };
}

/** For up to three categories, what is usual: the median of what was spent in each of three months. The largest first. */
export function suggestionsFrom(sums: readonly DaySum[], months: readonly string[], known: Known): Suggestion[] {
  const spent = new Map<string, Map<string, bigint>>();
  for (const { date, accountId, categoryId, inflow, outflow } of sums) {
    const account = known.accounts.get(accountId);
    if (!account?.onBudget || account.currency !== known.currency) continue;
    if (categoryId === null || !known.categoryIds.has(categoryId)) continue;
    const byMonth = spent.get(categoryId) ?? new Map<string, bigint>();
    const month = date.slice(0, 7);
    byMonth.set(month, (byMonth.get(month) ?? 0n) - inflow - outflow);
    spent.set(categoryId, byMonth);
  }
  return [...spent]
    .map(([categoryId, byMonth]) => ({
      categoryId,
      amount: Number(median(months.map((month) => byMonth.get(month) ?? 0n))),
    }))
    .filter(({ amount }) => amount > 0 && Number.isSafeInteger(amount))
    .sort((left, right) => right.amount - left.amount || (left.categoryId < right.categoryId ? -1 : 1))
    .slice(0, MOST);
}

/** Of an odd count. */
function median(values: readonly bigint[]): bigint {
  const ordered = [...values].sort((left, right) => (left < right ? -1 : Number(left > right)));
  return ordered[Math.floor(ordered.length / 2)] ?? 0n;
}
