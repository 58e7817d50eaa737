import { shown } from "../../amounts/shown.ts";
import type { Flow } from "../../figures/tally.ts";
import { hidesAmounts, locale } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Card } from "../../ui/card.tsx";
import s from "./charts.module.css";
import type { ChartsReading } from "./read-charts.ts";

const FLOWS: readonly Flow[] = ["income", "expense"];

/** Income against expenses, each beside that of the period before. */
export function FlowTotals({ reading, currency }: { readonly reading: ChartsReading; readonly currency: string }) {
  const t = texts().charts;
  const { tally, before } = reading;
  const rest = tally.of({ flow: "income" }) - tally.of({ flow: "expense" });
  return (
    <Card>
      <dl class={s.totals}>
        {FLOWS.map((flow) => (
          <div key={flow}>
            <dt class={s.note}>{t.flows[flow]}</dt>
            <dd>
              <Amount minor={tally.of({ flow })} currency={currency} size="large" />
              {before && (
                <p class={s.note}>
                  {difference(tally.of({ flow }) - before.tally.of({ flow }), currency)}{" "}
                  {before.isPart ? t.beforePart : t.before}
                </p>
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt class={s.note}>{t.rest}</dt>
          <dd>
            <Amount minor={rest} currency={currency} size="large" tone="debt" />
          </dd>
        </div>
      </dl>
    </Card>
  );
}

function difference(by: bigint, currency: string): string {
  const t = texts().charts;
  if (by === 0n) return t.same;
  const amount = hidesAmounts.value ? "•••" : shown(by < 0n ? -by : by, currency, locale.value);
  return by > 0n ? t.more(amount) : t.less(amount);
}
