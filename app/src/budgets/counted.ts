import type { Day, Entities } from "../replica/index.ts";
import { type Entry, type EntryLine, linesOf } from "../replica/money/entries.ts";
import type { Period } from "../replica/money/periods.ts";
import { type Reference, scopeOf } from "../replica/sums/statuses.ts";

/** One part of an entry that a budget counts, and why. */
export interface CountedPart {
  readonly categoryId: string | null;
  /** What it adds to what was spent; less than nothing for a refund. */
  readonly spent: bigint;
  readonly currency: string;
  readonly why: "named" | "expense" | "uncategorised";
  readonly account: "named" | "onBudget";
  readonly isSplitPart: boolean;
  readonly isRefund: boolean;
}

export interface CountedEntry<E> {
  readonly entry: E;
  readonly date: Day;
  readonly parts: readonly CountedPart[];
}

type Scope = Pick<Entities["budget"], "categoryIds" | "accountIds">;

/** The entries that count in a period, whole or in part; what they spent in the budget's currency adds up to the period's. */
export function countedIn<E extends Entry>(
  entries: readonly E[],
  budget: Scope,
  reference: Reference,
  { start, end }: Pick<Period, "start" | "end">,
): CountedEntry<E>[] {
  const scope = scopeOf(budget, reference);
  return entries.flatMap((entry) => {
    const counted = linesOf(entry).flatMap((line) => {
      const found = line.date >= start && line.date <= end ? scope(line.accountId, line.categoryId) : null;
      if (!found || (line.amount > 0 && !found.refunds)) return [];
      return [{ date: line.date, part: partOf(line, found.currency, budget, entry) }];
    });
    const date = counted[0]?.date;
    return date === undefined ? [] : [{ entry, date, parts: counted.map(({ part }) => part) }];
  });
}

/** Those parts that are in a currency. */
export function spentIn(counted: readonly CountedEntry<unknown>[], currency: string): bigint {
  return counted
    .flatMap(({ parts }) => parts)
    .reduce((sum, part) => (part.currency === currency ? sum + part.spent : sum), 0n);
}

function partOf({ amount, categoryId }: EntryLine, currency: string, budget: Scope, entry: Entry): CountedPart {
  return {
    categoryId,
    spent: -BigInt(amount),
    currency,
    why: budget.categoryIds.length > 0 ? "named" : categoryId === null ? "uncategorised" : "expense",
    account: budget.accountIds.length > 0 ? "named" : "onBudget",
    isSplitPart: entry.splits.length > 0,
    isRefund: amount > 0,
  };
}
