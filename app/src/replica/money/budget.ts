import { AmountsInOrder, type PlannedAmount } from "./amounts.ts";
import { type Day, numberOf } from "./dates.ts";
import { larger, saturated, smaller } from "./money.ts";
import { type Period, Periods, type Schedule } from "./periods.ts";

export type Rollover = "none" | "surplus" | "deficit" | "both";

/** The part of a budget that its status is computed from. */
export interface BudgetPlan extends Schedule {
  readonly amounts: readonly PlannedAmount[];
  readonly rollover: Rollover;
  readonly thresholds: readonly number[];
}

export type BudgetState = "onTrack" | "warning" | "exceeded";

/** How a budget stands on a day. Figures are sums, so they are bigints of the server's range. */
export interface BudgetStatus {
  readonly periodStart: Day;
  readonly periodEnd: Day;
  readonly carriedOver: bigint;
  readonly available: bigint;
  readonly spent: bigint;
  readonly remaining: bigint;
  readonly percentUsed: bigint;
  readonly state: BudgetState;
  readonly daysLeft: number;
  readonly dailyAllowance: bigint;
  readonly leftToday: bigint;
  readonly unconverted: Readonly<Record<string, bigint>>;
}

/** What was spent in each period, by its start; a period that is absent spent nothing. */
export type SpentByPeriod = ReadonlyMap<Day, bigint>;

/** What was spent in the budget's currency in every period; on the day itself; and in the asked period in other currencies. */
export interface Spending {
  readonly byPeriod: SpentByPeriod;
  readonly thatDay: bigint;
  readonly unconverted: ReadonlyMap<string, bigint>;
}

/** Null before the budget starts, as the server answers `budgets.not-started`. */
export function statusOn(plan: BudgetPlan, on: Day, spending: Spending): BudgetStatus | null {
  const periods = new Periods(plan);
  const period = periods.at(on);
  if (!period) return null;
  const { carriedOver, amount } = walkInto(plan, periods, period, spending.byPeriod);
  const spent = spending.byPeriod.get(period.start) ?? 0n;
  const available = amount + carriedOver;
  const remaining = available - spent;
  const percentUsed = percentOf(spent, available);
  const daysLeft = Math.max(0, numberOf(period.end) - numberOf(on) + 1);
  return {
    periodStart: period.start,
    periodEnd: period.end,
    carriedOver: saturated(carriedOver),
    available: saturated(available),
    spent: saturated(spent),
    remaining: saturated(remaining),
    percentUsed,
    state: stateOf(remaining, percentUsed, plan.thresholds),
    daysLeft,
    dailyAllowance: daysLeft === 0 ? 0n : saturated(larger(0n, remaining) / BigInt(daysLeft)),
    leftToday: leftToday(remaining, daysLeft, spending.thatDay),
    unconverted: Object.fromEntries([...spending.unconverted].filter(([, sum]) => sum !== 0n)),
  };
}

function walkInto(plan: BudgetPlan, periods: Periods, period: Period, spent: SpentByPeriod) {
  const amounts = new AmountsInOrder(plan.amounts);
  let carriedOver = 0n;
  if (plan.rollover !== "none") {
    for (let index = 0; index < period.index; index++) {
      const earlier = periods.byIndex(index);
      const remaining = BigInt(amounts.of(earlier)) + carriedOver - (spent.get(earlier.start) ?? 0n);
      carriedOver = carried(plan.rollover, remaining);
    }
  }
  return { carriedOver, amount: BigInt(amounts.of(period)) };
}

function carried(rollover: Rollover, remaining: bigint): bigint {
  if (rollover === "surplus") return larger(0n, remaining);
  return rollover === "deficit" ? smaller(0n, remaining) : remaining;
}

function percentOf(spent: bigint, available: bigint): bigint {
  if (spent <= 0n) return 0n;
  return available > 0n ? saturated((100n * spent) / available) : 100n;
}

function stateOf(remaining: bigint, percentUsed: bigint, thresholds: readonly number[]): BudgetState {
  if (remaining < 0n) return "exceeded";
  const isReached = thresholds.some((threshold) => threshold < 100 && percentUsed >= BigInt(threshold));
  return isReached ? "warning" : "onTrack";
}

/** The day's share of what there was in the morning, less what was spent since. */
function leftToday(remaining: bigint, daysLeft: number, thatDay: bigint): bigint {
  return daysLeft === 0 ? 0n : saturated(larger(0n, remaining + thatDay) / BigInt(daysLeft) - thatDay);
}
