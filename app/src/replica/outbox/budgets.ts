import { type JsonObject, mergePatch } from "../json.ts";
import { fromThenOn, onlyIn, type PlannedAmount } from "../money/amounts.ts";
import { Periods, type Schedule } from "../money/periods.ts";
import type { OutboxRow } from "./operation.ts";

/** A new budget has one amount, from its start on. */
export function budgetCreated({ amount, ...input }: JsonObject): JsonObject {
  return {
    every: 1,
    categoryIds: [],
    accountIds: [],
    rollover: "none",
    thresholds: [],
    ...input,
    amounts: [{ fromPeriodStart: input.startsOn, amount }],
  };
}

/** An amount is planned from the period with its day on, or for that period alone; the rest is a patch. */
export function budgetRevised(data: JsonObject | undefined, { operation, at, on }: OutboxRow): JsonObject | undefined {
  if (!data) return undefined;
  const { amount, effectiveOn, onlyPeriod, ...patch } = operation.data ?? {};
  const revised = { ...(mergePatch(data, patch) as JsonObject), updatedAt: at };
  if (typeof amount !== "number") return revised;
  const period = new Periods(revised as unknown as Schedule).decidedOn(
    typeof effectiveOn === "string" ? effectiveOn : on,
  );
  const planned = data.amounts as unknown as PlannedAmount[];
  const amounts = onlyPeriod === true ? onlyIn(planned, period, amount) : fromThenOn(planned, period, amount);
  return { ...revised, amounts: amounts as unknown as JsonObject[] };
}
