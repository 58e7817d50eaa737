import type { Standing } from "../../budgets/read.ts";
import { totalOf } from "../../budgets/total.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Card } from "../../ui/card.tsx";
import s from "./budgets.module.css";
import { Left } from "./left.tsx";

/** All budgets in one line, where their sum means something. */
export function TotalLine({ standings }: { readonly standings: readonly Standing[] }) {
  const t = texts().budgets;
  const total = totalOf(standings);
  if (!total) return null;
  const { currency, available, spent, remaining } = total;
  return (
    <Card look="plain">
      <div class={s.line} data-total={currency}>
        <span class={s.name}>{t.total(standings.length)}</span>
        <Left minor={remaining} currency={currency} />
      </div>
      <div class={s.line}>
        <span class={s.note}>{t.spent}</span>
        <span class={s.note}>
          <Amount minor={spent} currency={currency} /> {t.of} <Amount minor={available} currency={currency} />
        </span>
      </div>
    </Card>
  );
}
