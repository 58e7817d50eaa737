import { shown } from "../../amounts/shown.ts";
import { hidesAmounts, locale } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Card } from "../../ui/card.tsx";
import s from "./charts.module.css";

interface SummaryProps {
  readonly spent: bigint;
  readonly earned: bigint;
  /** In as long a time before; null where there is none to compare with. */
  readonly spentBefore: bigint | null;
  readonly unconverted: ReadonlyMap<string, bigint>;
  readonly currency: string;
}

/** What came in, what was spent, and what is left of it. */
export function Summary({ spent, earned, spentBefore, unconverted, currency }: SummaryProps) {
  const t = texts().charts;
  return (
    <Card>
      <dl class={s.summary}>
        <div>
          <dt>{t.spent}</dt>
          <dd data-part="spent">
            <Amount minor={spent} currency={currency} size="display" />
          </dd>
          {spentBefore !== null && <dd class={s.note}>{compared(spent, spentBefore, currency)}</dd>}
        </div>
        <div>
          <dt>{t.earned}</dt>
          <dd data-part="earned">
            <Amount minor={earned} currency={currency} size="large" />
          </dd>
        </div>
        <div>
          <dt>{t.result}</dt>
          <dd>
            <Amount minor={earned - spent} currency={currency} size="large" signed tone="debt" />
          </dd>
        </div>
        {[...unconverted].map(([other, sum]) => (
          <div key={other}>
            <dt>{t.unconverted(other)}</dt>
            <dd>
              <Amount minor={sum} currency={other} signed />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function compared(now: bigint, before: bigint, currency: string): string {
  const t = texts().charts;
  const difference = now - before;
  if (difference === 0n) return t.same;
  const size = difference < 0n ? -difference : difference;
  const amount = hidesAmounts.value ? "•••" : shown(size, currency, locale.value, "auto");
  const percent = new Intl.NumberFormat(locale.value, { style: "percent", maximumFractionDigits: 0 });
  const part = before > 0n ? ` (${percent.format(Number((size * 1000n) / before) / 1000)})` : "";
  return difference > 0n ? t.more(amount, part) : t.less(amount, part);
}
