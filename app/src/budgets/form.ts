import { isDay } from "../dates/is-day.ts";
import type { Entities, JsonObject } from "../replica/index.ts";
import { amountOn } from "./undo.ts";

type Budget = Entities["budget"];

/** A budget as its form has it: what is typed stays text until it is read. */
export interface BudgetForm {
  readonly name: string;
  /** Null while what is typed is no amount. */
  readonly amount: number | null;
  readonly currency: string;
  readonly period: string;
  readonly every: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly categoryIds: readonly string[];
  readonly accountIds: readonly string[];
  readonly rollover: string;
  readonly thresholds: string;
}

export type BudgetFault = "name" | "nameTaken" | "amount" | "every" | "startsOn" | "endsOn" | "thresholds";

/** How many weeks or months may be one period; the other periods have no such number. */
export const MOST_EVERY: Readonly<Record<string, number>> = { week: 52, month: 12 };

export function formOf(budget: Budget, day: string): BudgetForm {
  return {
    name: budget.name,
    amount: amountOn(budget, day),
    currency: budget.currency as string,
    period: budget.period,
    every: String(budget.every),
    startsOn: budget.startsOn,
    endsOn: budget.endsOn ?? "",
    categoryIds: budget.categoryIds,
    accountIds: budget.accountIds,
    rollover: budget.rollover,
    thresholds: budget.thresholds.join(", "),
  };
}

/** Percentages as they are typed, such as "80, 100 %"; null where it cannot be told. */
export function thresholdsIn(text: string): number[] | null {
  const words = text.split(/[\s,;%]+/).filter((word) => word !== "");
  const numbers = words.map(Number);
  const isRight = words.every((word) => /^\d{1,4}$/.test(word)) && numbers.every((n) => n >= 1 && n <= 1000);
  const ascending = [...new Set(numbers)].sort((left, right) => left - right);
  return isRight && ascending.length <= 10 ? ascending : null;
}

export function faultsIn(form: BudgetForm, others: readonly string[]): Set<BudgetFault> {
  const faults = new Set<BudgetFault>();
  const name = form.name.trim();
  if (name === "") faults.add("name");
  if (others.some((other) => other.trim().toLowerCase() === name.toLowerCase())) faults.add("nameTaken");
  if (form.amount === null || form.amount < 0) faults.add("amount");
  const most = MOST_EVERY[form.period];
  const every = Number(form.every);
  if (most !== undefined && !(/^\d+$/.test(form.every) && every >= 1 && every <= most)) faults.add("every");
  if (!isDay(form.startsOn)) faults.add("startsOn");
  const isEndMissing = form.period === "once" && form.endsOn === "";
  if (isEndMissing || (form.endsOn !== "" && (!isDay(form.endsOn) || form.endsOn < form.startsOn)))
    faults.add("endsOn");
  if (thresholdsIn(form.thresholds) === null) faults.add("thresholds");
  return faults;
}

/** Of a form without faults, what a new budget is created from. */
export function dataOf(form: BudgetForm): JsonObject {
  return {
    name: form.name.trim(),
    amount: form.amount ?? 0,
    currency: form.currency,
    period: form.period,
    every: form.period in MOST_EVERY ? Number(form.every) : 1,
    startsOn: form.startsOn,
    ...(form.endsOn === "" ? {} : { endsOn: form.endsOn }),
    categoryIds: [...form.categoryIds],
    accountIds: [...form.accountIds],
    rollover: form.rollover,
    thresholds: thresholdsIn(form.thresholds) ?? [],
  };
}

/** What was changed since the form was opened, as a merge patch; an amount with the day it is meant for. */
export function patchOf(base: BudgetForm, form: BudgetForm, day: string, onlyPeriod: boolean): JsonObject {
  const [was, now] = [dataOf(base), dataOf(form)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(now)])];
  const changed = names.filter((name) => JSON.stringify(was[name]) !== JSON.stringify(now[name]));
  const patch = Object.fromEntries(changed.map((name) => [name, now[name] ?? null]));
  if (!changed.includes("amount")) return patch;
  return { ...patch, effectiveOn: day, ...(onlyPeriod ? { onlyPeriod: true } : {}) };
}
