import type { BudgetStatus, Day, Entities, Replica } from "../replica/index.ts";
import type { Schedule } from "../replica/money/periods.ts";
import { dayToAsk, periodFrom } from "./periods.ts";

type Budget = Entities["budget"];

export interface Standing {
  readonly budget: Budget;
  readonly status: BudgetStatus;
}

/** How each budget stands in its own period so many before or after that of today; those without one there are left out. */
export async function standingsAt(
  replica: Replica,
  budgets: readonly Budget[],
  today: Day,
  offset: number,
): Promise<Map<string, Standing>> {
  const byDay = new Map<Day, Budget[]>();
  for (const budget of budgets) {
    const period = periodFrom(budget as unknown as Schedule, today, offset);
    if (!period) continue;
    const day = dayToAsk(period, today);
    byDay.set(day, [...(byDay.get(day) ?? []), budget]);
  }
  const standings = new Map<string, Standing>();
  for (const [day, asked] of byDay) {
    const statuses = await replica.statuses(day);
    for (const budget of asked) {
      const status = statuses.get(budget.id);
      if (status) standings.set(budget.id, { budget, status });
    }
  }
  return standings;
}
