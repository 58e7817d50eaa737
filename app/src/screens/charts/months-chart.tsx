import { monthShown } from "../../dates/shown.ts";
import { hidesAmounts } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Card } from "../../ui/card.tsx";
import s from "./charts.module.css";
import type { MonthTold } from "./spending.ts";

const WIDTH = 100;
const HEIGHT = 40;

interface MonthsChartProps {
  readonly months: readonly MonthTold[];
  readonly currency: string;
  readonly onMonth: (month: string) => void;
}

/** Two bars for each month: what came in, and what was spent. The figures are in the table below it. */
export function MonthsChart({ months, currency, onMonth }: MonthsChartProps) {
  const t = texts().charts;
  const most = Math.max(1, ...months.flatMap(({ spent, earned }) => [Number(spent), Number(earned)]));
  const height = (amount: bigint) => Math.max(0, (Number(amount) / most) * HEIGHT);
  const slot = WIDTH / months.length;
  return (
    <Card title={t.byMonth}>
      {hidesAmounts.value ? (
        <p class={s.masked} data-chart="hidden">
          {texts().amount.hiddenChart}
        </p>
      ) : (
        <svg class={s.months} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {months.map(({ month, spent, earned }, place) => (
            <g key={month}>
              <rect
                x={place * slot + slot * 0.12}
                width={slot * 0.36}
                y={HEIGHT - height(earned)}
                height={height(earned)}
                class={s.earned}
              />
              <rect
                x={place * slot + slot * 0.52}
                width={slot * 0.36}
                y={HEIGHT - height(spent)}
                height={height(spent)}
                class={s.spent}
              />
            </g>
          ))}
        </svg>
      )}
      <table class={s.table}>
        <thead>
          <tr>
            <th scope="col">{t.month}</th>
            <th scope="col">
              <span class={`${s.key} ${s.keyEarned}`} aria-hidden="true" /> {t.earned}
            </th>
            <th scope="col">
              <span class={`${s.key} ${s.keySpent}`} aria-hidden="true" /> {t.spent}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...months].reverse().map(({ month, spent, earned }) => (
            <tr key={month} data-month={month}>
              <th scope="row">
                <button type="button" class={s.month} data-action="choose-month" onClick={() => onMonth(month)}>
                  {monthShown(`${month}-01`)}
                </button>
              </th>
              <td>
                <Amount minor={earned} currency={currency} />
              </td>
              <td>
                <Amount minor={spent} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
