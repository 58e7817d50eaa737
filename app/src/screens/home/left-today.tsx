import { useState } from "preact/hooks";
import { shown } from "../../amounts/shown.ts";
import type { BudgetStatus, Entities } from "../../replica/index.ts";
import { isPinned } from "../../state/budget-choices.ts";
import { hidesAmounts, locale } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import s from "./home.module.css";

interface LeftTodayProps {
  readonly budgets: readonly Entities["budget"][];
  readonly statuses: ReadonlyMap<string, BudgetStatus>;
  /** By budget, what counted today. */
  readonly spentToday: ReadonlyMap<string, bigint>;
}

/** What is left for today over the pinned budgets, or over all that run, per currency; a tap tells how it is made. */
export function LeftToday({ budgets, statuses, spentToday }: LeftTodayProps) {
  const t = texts().home;
  const [isOpen, setOpen] = useState(false);
  const pinned = budgets.filter(({ id }) => isPinned(id));
  const running = (pinned.length > 0 ? pinned : budgets).flatMap((budget) => {
    const status = statuses.get(budget.id);
    return status && status.daysLeft > 0 ? [{ budget, status }] : [];
  });
  const sums = new Map<string, bigint>();
  for (const { budget, status } of running) {
    sums.set(budget.currency as string, (sums.get(budget.currency as string) ?? 0n) + status.leftToday);
  }
  if (running.length === 0) return null;
  return (
    <Card title={t.leftToday}>
      <button type="button" class={s.figure} data-action="explain-left-today" onClick={() => setOpen(true)}>
        {[...sums].map(([currency, sum]) => (
          <Amount key={currency} minor={sum} currency={currency} size="display" tone="debt" />
        ))}
        <span class={s.note}>{t.leftTodayNote(running.length)}</span>
      </button>
      {isOpen && (
        <Dialog
          title={t.leftToday}
          onClose={() => setOpen(false)}
          actions={
            <Button look="text" action="close" onClick={() => setOpen(false)}>
              {texts().common.close}
            </Button>
          }
        >
          <p>{t.leftTodayFormula}</p>
          <ul>
            {running.map(({ budget, status }) => (
              <li key={budget.id} class={s.part}>
                <span class={s.sum}>
                  <span>{budget.name}</span>
                  <Amount minor={status.leftToday} currency={budget.currency as string} tone="debt" />
                </span>
                {!hidesAmounts.value && (
                  <span class={s.note}>{formulaOf(budget, status, spentToday.get(budget.id) ?? 0n)}</span>
                )}
              </li>
            ))}
          </ul>
          {pinned.length > 0 && <p class={s.note}>{texts().homeCards.pinned}</p>}
        </Dialog>
      )}
    </Card>
  );
}

/** The published rule with its numbers in it. */
function formulaOf(budget: Entities["budget"], status: BudgetStatus, spent: bigint): string {
  const t = texts().homeCards;
  const money = (minor: bigint) => shown(minor, budget.currency as string, locale.value);
  // What was overspent before today is not divided: then the day's share is nothing.
  if (status.remaining + spent < 0n) return `0 − ${money(spent)} = ${money(status.leftToday)}`;
  return t.howLeftToday(money(status.remaining), money(spent), t.days(status.daysLeft), money(status.leftToday));
}
