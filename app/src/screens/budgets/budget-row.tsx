import type { BudgetStatus, Entities } from "../../replica/index.ts";
import { numberOf } from "../../replica/money/dates.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Amount } from "../../ui/amount.tsx";
import { Meter } from "../../ui/card.tsx";
import s from "./budgets.module.css";

interface BudgetRowProps {
  readonly budget: Entities["budget"];
  readonly status: BudgetStatus;
}

/** One budget: what is left, how far its period has gone, and how it stands, in a word. */
export function BudgetRow({ budget, status }: BudgetRowProps) {
  const t = texts().budgets;
  const currency = budget.currency as string;
  const start = numberOf(status.periodStart);
  const days = numberOf(status.periodEnd) - start + 1;
  const elapsed = Math.min(100, (100 * (numberOf(today.value) - start + 1)) / days);
  return (
    <a class={s.budget} href={`/budgets/${budget.id}`} data-action="open-budget">
      <span class={s.line}>
        <span class={s.name}>{budget.name}</span>
        <Amount minor={status.remaining} currency={currency} tone="debt" />
      </span>
      <Meter share={Number(status.percentUsed)} mark={elapsed} state={status.state} />
      <span class={s.line}>
        <span class={`${s.state} ${s[status.state]}`}>{t.states[status.state]}</span>
        <span class={s.note}>
          <Amount minor={status.spent} currency={currency} /> {t.of}{" "}
          <Amount minor={status.available} currency={currency} />
        </span>
      </span>
    </a>
  );
}
