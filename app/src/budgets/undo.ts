import type { Command, Entities, JsonObject } from "../replica/index.ts";
import { AmountsInOrder, type PlannedAmount } from "../replica/money/amounts.ts";
import { Periods, type Schedule } from "../replica/money/periods.ts";

type Budget = Entities["budget"];

/** The amount in force in the period with a day. */
export function amountOn(budget: Budget, day: string): number {
  const period = new Periods(budget as unknown as Schedule).decidedOn(day);
  return new AmountsInOrder(plannedIn(budget)).of(period);
}

/** What brings a deleted budget back, with its whole plan: as a new one, since what is deleted on the server stays so. */
export function recreated(budget: Budget, id: string): Command[] {
  const planned = plannedIn(budget);
  const lasting = planned.filter(({ onlyPeriod }) => !onlyPeriod);
  const [first, ...later] = lasting;
  const { name, icon, currency, period, every, startsOn, endsOn, categoryIds, accountIds, rollover, thresholds } =
    budget;
  const data = {
    name,
    ...(icon ? { icon } : {}),
    amount: first?.amount ?? 0,
    currency,
    period,
    every,
    startsOn,
    ...(endsOn ? { endsOn } : {}),
    categoryIds,
    accountIds,
    rollover,
    thresholds,
  } as unknown as JsonObject;
  return [
    { type: "budget.create", entityId: id, data },
    ...[...later, ...planned.filter(({ onlyPeriod }) => onlyPeriod)].map((amount) => planOf(id, amount)),
  ];
}

/** What takes a revision back: the fields as they were, and of an amount what was planned for its period. */
export function unrevised(budget: Budget, data: JsonObject, on: string): Command[] {
  const { amount, effectiveOn, onlyPeriod: _, ...patch } = data;
  const before = budget as unknown as JsonObject;
  const fields = Object.fromEntries(Object.keys(patch).map((name) => [name, before[name] ?? null]));
  const back: Command[] =
    Object.keys(fields).length > 0 ? [{ type: "budget.revise", entityId: budget.id, data: fields }] : [];
  if (amount === undefined) return back;
  const day = typeof effectiveOn === "string" ? effectiveOn : on;
  return [...back, ...amountBack(budget, day, data.onlyPeriod === true)];
}

function amountBack(budget: Budget, day: string, wasOnly: boolean): Command[] {
  const period = new Periods(budget as unknown as Schedule).decidedOn(day);
  const planned = plannedIn(budget);
  const lasting = new AmountsInOrder(planned.filter(({ onlyPeriod }) => !onlyPeriod)).of(period);
  const alone = planned.findLast(
    ({ onlyPeriod, fromPeriodStart }) => onlyPeriod && fromPeriodStart >= period.start && fromPeriodStart <= period.end,
  );
  const from = period.start;
  return [
    ...(wasOnly ? [] : [planOf(budget.id, { fromPeriodStart: from, amount: lasting })]),
    ...(wasOnly || alone
      ? [planOf(budget.id, { fromPeriodStart: from, amount: alone?.amount ?? lasting, onlyPeriod: true })]
      : []),
  ];
}

function planOf(entityId: string, { fromPeriodStart, amount, onlyPeriod }: PlannedAmount): Command {
  const data = { amount, effectiveOn: fromPeriodStart, ...(onlyPeriod ? { onlyPeriod } : {}) };
  return { type: "budget.revise", entityId, data };
}

function plannedIn(budget: Budget): readonly PlannedAmount[] {
  return budget.amounts as unknown as PlannedAmount[];
}
