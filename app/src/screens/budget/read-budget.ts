import { type CountedEntry, countedIn } from "../../budgets/counted.ts";
import { dayToAsk } from "../../budgets/periods.ts";
import { entriesBetween } from "../../figures/entries-between.ts";
import type { BudgetStatus, Day, Entities, Replica } from "../../replica/index.ts";
import { type Period, Periods, type Schedule } from "../../replica/money/periods.ts";

export type Counted = CountedEntry<Entities["transaction"]>;

export interface BudgetReading {
  readonly budget?: Entities["budget"] | undefined;
  /** None before it starts. */
  readonly status?: BudgetStatus | undefined;
  readonly counted: readonly Counted[];
  /** The last periods up to that of today, the oldest first. */
  readonly history: readonly BudgetStatus[];
}

const MOST_PERIODS = 12;

export async function readBudget(replica: Replica, id: string, asked: Day, today: Day): Promise<BudgetReading> {
  const [budget, accounts, categories] = await Promise.all([
    replica.find("budget", id),
    replica.all("account"),
    replica.all("category"),
  ]);
  if (!budget) return { counted: [], history: [] };
  const periods = new Periods(budget as unknown as Schedule);
  const period = periods.at(asked);
  if (!period) return { budget, counted: [], history: [] };
  const reference = { accounts: byId(accounts), categories: byId(categories) } as never;
  const scope = budget.accountIds.length > 0 ? budget.accountIds : accounts.filter(isOnBudget).map((one) => one.id);
  const [status, history, entries] = await Promise.all([
    statusIn(replica, id, period, today),
    historyUpTo(replica, id, periods, period, today),
    entriesBetween(replica, scope, period.start, period.end),
  ]);
  return { budget, status, history, counted: countedIn(entries as never[], budget, reference, period) };
}

async function statusIn(replica: Replica, id: string, period: Period, today: Day): Promise<BudgetStatus | undefined> {
  return (await replica.statuses(dayToAsk(period, today))).get(id);
}

/** So many as there is room for, and that which is looked at among them. */
async function historyUpTo(replica: Replica, id: string, periods: Periods, looked: Period, today: Day) {
  const last = Math.max(looked.index, periods.at(today)?.index ?? 0);
  const first = Math.max(0, Math.min(looked.index, last - MOST_PERIODS + 1));
  const count = Math.min(MOST_PERIODS, last - first + 1);
  const statuses = await Promise.all(
    Array.from({ length: count }, (_, place) => statusIn(replica, id, periods.byIndex(first + place), today)),
  );
  return statuses.filter((status) => status !== undefined);
}

function isOnBudget({ onBudget }: { readonly onBudget: boolean }): boolean {
  return onBudget;
}

function byId<T extends { readonly id: string }>(all: readonly T[]): Map<string, T> {
  return new Map(all.map((one) => [one.id, one]));
}
