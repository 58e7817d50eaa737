import { type BudgetPlan, type BudgetStatus, statusOn } from "../money/budget.ts";
import type { Day } from "../money/dates.ts";
import { unpack } from "../money/money.ts";
import { type Period, Periods } from "../money/periods.ts";
import type { Reading } from "../store/store.ts";
import { monthIn, monthOf, namesOf, SPENT, type SpentRow } from "./rows.ts";

export interface CountingBudget extends BudgetPlan {
  readonly id: string;
  readonly currency: string;
  readonly categoryIds: readonly string[];
  readonly accountIds: readonly string[];
}

export interface SpendingAccount {
  readonly id: string;
  readonly currency: string;
  readonly onBudget: boolean;
}

export interface SpendingCategory {
  readonly id: string;
  readonly kind: "expense" | "income";
}

/** What decides which lines count: all accounts and categories of the ledger. */
export interface Reference {
  readonly accounts: ReadonlyMap<string, SpendingAccount>;
  readonly categories: ReadonlyMap<string, SpendingCategory>;
}

/** How budgets stand on a day, those left out that start later. */
export async function statusesOn(
  tables: Reading,
  budgets: readonly CountingBudget[],
  reference: Reference,
  on: Day,
): Promise<Map<string, BudgetStatus>> {
  const sums = await spentBy(tables, budgets, on);
  const statuses = new Map<string, BudgetStatus>();
  for (const budget of budgets) {
    const status = statusFrom(sums, budget, reference, on);
    if (status) statuses.set(budget.id, status);
  }
  return statuses;
}

/** What one account has of one category in one month. */
interface Spent {
  readonly month: string;
  readonly accountId: string;
  readonly categoryId: string | null;
  readonly days: SpentRow["sums"][string];
}

/** The sums of all months that any of the budgets needs. */
async function spentBy(tables: Reading, budgets: readonly CountingBudget[], on: Day): Promise<Spent[]> {
  const periods = budgets.flatMap((budget) => {
    const all = new Periods(budget);
    const period = all.at(on);
    return period ? [{ first: budget.rollover === "none" ? period.start : budget.startsOn, last: period.end }] : [];
  });
  const first = periods.map((period) => period.first).sort()[0];
  const last = periods
    .map((period) => period.last)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return [];
  const rows = (await tables.range("sums", SPENT + monthOf(first), `${SPENT}${monthOf(last)}\uffff`)) as SpentRow[];
  return rows.flatMap((row) =>
    Object.entries(row.sums).map(([part, days]) => ({ month: monthIn(row), ...namesOf(part), days })),
  );
}

function statusFrom(
  sums: readonly Spent[],
  budget: CountingBudget,
  reference: Reference,
  on: Day,
): BudgetStatus | null {
  const periods = new Periods(budget);
  const asked = periods.at(on);
  if (!asked) return null;
  const scope = scopeOf(budget, reference);
  const [byPeriod, unconverted] = [new Map<Day, bigint>(), new Map<string, bigint>()];
  const startOf = startsBefore(periods, asked);
  let thatDay = 0n;
  for (const { month, accountId, categoryId, days } of sums) {
    const counted = scope(accountId, categoryId);
    if (!counted) continue;
    for (const [day, [inflow, outflow]] of Object.entries(days)) {
      const date = `${month}-${day}`;
      const start = startOf(date);
      if (start === null) continue;
      const spent = -unpack(outflow) - (counted.refunds ? unpack(inflow) : 0n);
      if (counted.currency === budget.currency) {
        byPeriod.set(start, (byPeriod.get(start) ?? 0n) + spent);
        if (date === on) thatDay += spent;
      } else if (start === asked.start) {
        unconverted.set(counted.currency, (unconverted.get(counted.currency) ?? 0n) + spent);
      }
    }
  }
  return statusOn(budget, on, { byPeriod, thatDay, unconverted });
}

/** The start of a day's period, up to the asked one; earlier ones matter for what is carried over. Null for other days. */
function startsBefore(periods: Periods, asked: Period): (date: Day) => Day | null {
  const known = new Map<Day, Day | null>();
  return (date) => {
    if (date > asked.end) return null;
    let start = date >= asked.start ? asked.start : known.get(date);
    if (start === undefined) {
      start = periods.containing(date)?.start ?? null;
      known.set(date, start);
    }
    return start;
  };
}

/** Tells of an account and a category whether they count, in which currency, and whether what came in does, too. */
export function scopeOf(
  budget: Pick<CountingBudget, "categoryIds" | "accountIds">,
  { accounts, categories }: Reference,
) {
  const [named, chosen] = [new Set(budget.categoryIds), new Set(budget.accountIds)];
  return (accountId: string, categoryId: string | null): { currency: string; refunds: boolean } | null => {
    const account = accounts.get(accountId);
    // An account that is named was chosen on purpose, so it counts even if it is off budget.
    if (!account || !(chosen.size === 0 ? account.onBudget : chosen.has(accountId))) return null;
    if (named.size > 0) {
      return categoryId !== null && named.has(categoryId) ? { currency: account.currency, refunds: true } : null;
    }
    const kind = categoryId === null ? undefined : categories.get(categoryId)?.kind;
    if (kind === "income") return null;
    // Money that came in without a category is more likely income than a refund, so it must not lower what was spent.
    return { currency: account.currency, refunds: kind === "expense" };
  };
}
