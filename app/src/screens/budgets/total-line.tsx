import type { Standing } from "../../budgets/read.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Card } from "../../ui/card.tsx";
import s from "./budgets.module.css";
import { Left } from "./left.tsx";

/** All budgets in one line. Only of one currency: nothing is converted here. */
export function TotalLine({ standings }: { readonly standings: readonly Standing[] }) {
  const t = texts().budgets;
  const [currency, ...others] = new Set(standings.map(({ budget }) => budget.currency as string));
  if (currency === undefined || others.length > 0 || standings.length < 2) return null;
  const sum = (name: "available" | "spent" | "remaining") =>
    standings.reduce((total, { status }) => total + status[name], 0n);
  return (
    <Card look="plain">
      <div class={s.line} data-total={currency}>
        <span class={s.name}>{t.total}</span>
        <Left minor={sum("remaining")} currency={currency} />
      </div>
      <div class={s.line}>
        <span class={s.note}>{t.spent}</span>
        <span class={s.note}>
          <Amount minor={sum("spent")} currency={currency} /> {t.of}{" "}
          <Amount minor={sum("available")} currency={currency} />
        </span>
      </div>
    </Card>
  );
}
