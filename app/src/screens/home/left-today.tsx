import { useState } from "preact/hooks";
import type { BudgetStatus, Entities } from "../../replica/index.ts";
import { isPinned } from "../../state/budget-choices.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Row } from "../../ui/row.tsx";
import s from "./home.module.css";

interface LeftTodayProps {
  readonly budgets: readonly Entities["budget"][];
  readonly statuses: ReadonlyMap<string, BudgetStatus>;
}

/** What is left for today over all running budgets, per currency; a tap tells of which it is made. */
export function LeftToday({ budgets, statuses }: LeftTodayProps) {
  const t = texts().home;
  const [isOpen, setOpen] = useState(false);
  const pinned = budgets.filter(({ id }) => isPinned(id));
  // Where none is pinned, all that run.
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
          <div>
            {running.map(({ budget, status }) => (
              <Row
                key={budget.id}
                title={budget.name}
                note={t.daysLeft(status.daysLeft)}
                end={<Amount minor={status.leftToday} currency={budget.currency as string} tone="debt" />}
              />
            ))}
          </div>
        </Dialog>
      )}
    </Card>
  );
}
