import { outlookOf, recentDaysOf } from "../../budgets/outlook.ts";
import { shifted } from "../../dates/shift.ts";
import type { BudgetStatus, Entities } from "../../replica/index.ts";
import { numberOf } from "../../replica/money/dates.ts";
import { larger } from "../../replica/money/money.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Amount } from "../../ui/amount.tsx";
import { Card } from "../../ui/card.tsx";
import s from "./budget.module.css";
import type { Counted } from "./read-budget.ts";

interface OutlookProps {
  readonly budget: Entities["budget"];
  readonly status: BudgetStatus;
  readonly counted: readonly Counted[];
}

/** Where this period ends at the pace of all of it, and at that of its last days; beside what there is. */
export function Outlook({ budget, status, counted }: OutlookProps) {
  const t = texts().budget;
  const currency = budget.currency as string;
  const on = today.value;
  const days = numberOf(status.periodEnd) - numberOf(status.periodStart) + 1;
  const daysGone = numberOf(on) - numberOf(status.periodStart) + 1;
  const recentDays = recentDaysOf(daysGone);
  // What is dated ahead was planned, and says nothing of the pace.
  const spent = (since: string) =>
    counted
      .filter(({ date }) => date >= since && date <= on)
      .flatMap(({ parts }) => parts)
      .reduce((sum, part) => (part.currency === currency ? sum + part.spent : sum), 0n);
  const soFar = spent(status.periodStart);
  const planned = status.spent - soFar;
  const recent = spent(shifted(on, 1 - recentDays));
  const pace = outlookOf({ spent: soFar, daysGone, days, recent, recentDays });
  const [low, high] = [pace.low + planned, pace.high + planned];
  if (status.spent === 0n || daysGone >= days) return null;
  const top = [high, status.available, 1n].reduce(larger, 1n);
  const share = (value: bigint) => Number((1000n * (value < 0n ? 0n : value)) / top) / 10;
  return (
    <Card title={t.outlook}>
      <svg class={s.outlook} viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        <rect y="3" width="100" height="6" class={s.track} />
        <rect y="3" width={share(status.spent)} height="6" class={s.gone} />
        <rect
          y="3"
          x={share(low)}
          width={Math.max(0.75, share(high) - share(low))}
          height="6"
          class={high > status.available ? s.tooFar : s.ahead}
        />
        <rect x={Math.min(99.4, share(status.available))} width="0.6" height="12" class={s.limit} />
      </svg>
      <p class={s.line}>
        <span>
          <Amount minor={low} currency={currency} />
          {" – "}
          <Amount minor={high} currency={currency} />
        </span>
        <span class={s.note}>{t.outlookRange}</span>
      </p>
      <p class={s.line}>
        <Amount minor={status.available} currency={currency} />
        <span class={s.note}>{t.outlookAvailable}</span>
      </p>
      <p class={s.note}>{t.outlookFormula(t.days(recentDays))}</p>
    </Card>
  );
}
