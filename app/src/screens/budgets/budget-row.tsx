import { mdiAlertOctagonOutline, mdiAlertOutline, mdiCheckCircleOutline } from "@mdi/js";
import { isRunning } from "../../budgets/periods.ts";
import { rangeShown } from "../../dates/shown.ts";
import type { BudgetStatus, Entities } from "../../replica/index.ts";
import { numberOf } from "../../replica/money/dates.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Amount } from "../../ui/amount.tsx";
import { Meter } from "../../ui/card.tsx";
import { Icon } from "../../ui/icon.tsx";
import s from "./budgets.module.css";
import { Left } from "./left.tsx";

const STATE_ICONS = {
  onTrack: mdiCheckCircleOutline,
  warning: mdiAlertOutline,
  exceeded: mdiAlertOctagonOutline,
} as const;

interface BudgetRowProps {
  readonly budget: Entities["budget"];
  readonly status: BudgetStatus;
  /** With the day's allowance and how far the period has gone. */
  readonly withDays?: boolean;
  readonly href?: string;
}

/** One budget: what is left, how far its period has gone, and how it stands, in a word. */
export function BudgetRow({ budget, status, withDays, href }: BudgetRowProps) {
  return (
    <a class={s.budget} href={href ?? `/budgets/${budget.id}`} data-action="open-budget">
      <BudgetFigures budget={budget} status={status} heading={budget.name} {...(withDays ? { withDays } : {})} />
    </a>
  );
}

interface BudgetFiguresProps extends Omit<BudgetRowProps, "href"> {
  readonly heading: string;
}

export function BudgetFigures({ budget, status, heading, withDays }: BudgetFiguresProps) {
  const t = texts().budgets;
  const currency = budget.currency as string;
  const start = numberOf(status.periodStart);
  const days = numberOf(status.periodEnd) - start + 1;
  const gone = Math.min(days, Math.max(0, numberOf(today.value) - start + 1));
  return (
    <>
      <span class={s.line}>
        <span class={s.name}>{heading}</span>
        <Left minor={status.remaining} currency={currency} />
      </span>
      <Meter share={Number(status.percentUsed)} mark={(100 * gone) / days} state={status.state} />
      <span class={s.line}>
        {/* What has not begun is on no track yet; what is planned in it may already be too much. */}
        {(gone > 0 || status.state !== "onTrack") && (
          <span class={`${s.state} ${s[status.state]}`} data-state={status.state}>
            <Icon path={STATE_ICONS[status.state]} class={s.icon} />
            {t.states[status.state]}
          </span>
        )}
        <span class={s.note}>
          <Amount minor={status.spent} currency={currency} /> {t.of}{" "}
          <Amount minor={status.available} currency={currency} />
        </span>
      </span>
      {withDays && <Days status={status} currency={currency} gone={gone} days={days} />}
      {Object.entries(status.unconverted).map(([other, sum]) => (
        <span key={other} class={s.note}>
          {t.unconverted} <Amount minor={sum} currency={other} />
        </span>
      ))}
    </>
  );
}

interface DaysProps {
  readonly status: BudgetStatus;
  readonly currency: string;
  readonly gone: number;
  readonly days: number;
}

function Days({ status, currency, gone, days }: DaysProps) {
  const t = texts().budgets;
  const period = { start: status.periodStart, end: status.periodEnd };
  if (!isRunning(period, today.value)) {
    return (
      <span class={s.note}>
        {rangeShown(period.start, period.end)} · {gone === 0 ? t.ahead : t.over}
      </span>
    );
  }
  return (
    <span class={s.line}>
      <span class={s.note}>
        {rangeShown(period.start, period.end)} · {t.day(gone, days)}
      </span>
      <span class={s.note}>
        <Amount minor={status.dailyAllowance} currency={currency} /> {t.allowance(status.daysLeft)} ·{" "}
        <Amount minor={status.leftToday} currency={currency} tone="debt" /> {t.today}
      </span>
    </span>
  );
}
