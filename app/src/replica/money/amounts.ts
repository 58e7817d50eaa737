import type { Day } from "./dates.ts";
import type { Minor } from "./money.ts";
import type { Period } from "./periods.ts";

/** An amount and the start of the first period that it applies to; `onlyPeriod` where it is for that period alone. */
export interface PlannedAmount {
  readonly fromPeriodStart: Day;
  readonly amount: Minor;
  readonly onlyPeriod?: boolean;
}

/**
 * Finds the amounts of periods that are asked for in ascending order. Compared with the period's end, so that a day inside it, which an
 * edited schedule can leave behind, means the same period. Before the first change there is only the first amount to go by.
 */
export class AmountsInOrder {
  private readonly lasting: PlannedAmount[];
  private readonly single: PlannedAmount[];
  private current = 0;

  constructor(amounts: readonly PlannedAmount[]) {
    this.lasting = ordered(amounts.filter(isLasting));
    this.single = ordered(amounts.filter((amount) => !isLasting(amount)));
  }

  of(period: Period): Minor {
    while ((this.lasting[this.current + 1]?.fromPeriodStart ?? "~") <= period.end) this.current++;
    const alone = this.single.findLast((amount) => isIn(period, amount.fromPeriodStart));
    const amount = alone ?? this.lasting[this.current];
    if (!amount) throw new RangeError("A budget has at least one amount.");
    return amount.amount;
  }
}

/** An amount that lasts; what was planned for later periods stays. */
export function fromThenOn(amounts: readonly PlannedAmount[], period: Period, amount: Minor): PlannedAmount[] {
  let others = amounts.filter((other) => !isIn(period, other.fromPeriodStart));
  // Where the schedule was moved to begin earlier, the first amount is not planned for later: it is what is replaced.
  if (!amounts.some((other) => isLasting(other) && other.fromPeriodStart <= period.end)) {
    const first = others.findIndex(isLasting);
    others = others.filter((_, place) => place !== first);
  }
  const isInForce =
    others.some((other) => isLasting(other) && other.fromPeriodStart < period.start) &&
    lastingIn(others, period) === amount;
  return isInForce ? others : inPlace([...others, { fromPeriodStart: period.start, amount }]);
}

/** An amount of one period; the next has what it had before. */
export function onlyIn(amounts: readonly PlannedAmount[], period: Period, amount: Minor): PlannedAmount[] {
  const others = amounts.filter((other) => isLasting(other) || !isIn(period, other.fromPeriodStart));
  if (lastingIn(others, period) === amount) return others;
  return inPlace([...others, { fromPeriodStart: period.start, amount, onlyPeriod: true }]);
}

function isLasting(amount: PlannedAmount): boolean {
  return amount.onlyPeriod !== true;
}

function isIn(period: Period, day: Day): boolean {
  return day >= period.start && day <= period.end;
}

function lastingIn(amounts: readonly PlannedAmount[], period: Period): Minor {
  return new AmountsInOrder(amounts.filter(isLasting)).of(period);
}

/** Sorting is stable: of two changes in one period the later decision holds. */
function ordered(amounts: PlannedAmount[]): PlannedAmount[] {
  return amounts.sort((left, right) => compare(left.fromPeriodStart, right.fromPeriodStart));
}

function inPlace(amounts: PlannedAmount[]): PlannedAmount[] {
  return amounts.sort(
    (left, right) =>
      compare(left.fromPeriodStart, right.fromPeriodStart) || Number(!isLasting(left)) - Number(!isLasting(right)),
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
