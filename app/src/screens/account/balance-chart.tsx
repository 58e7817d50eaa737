import { useState } from "preact/hooks";
import { dayInText, dayShown } from "../../dates/shown.ts";
import type { Movement } from "../../replica/index.ts";
import { numberOf } from "../../replica/money/dates.ts";
import type { Account } from "../../state/reference.ts";
import { hidesAmounts } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Amount } from "../../ui/amount.tsx";
import { Chip } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { LineChart } from "../../ui/line-chart.tsx";
import { Flow } from "../../ui/stack.tsx";
import s from "./account.module.css";
import { beginning, type Point, RANGES, type Range, seriesOf, thinned } from "./series.ts";

const MOST_ROWS = 32;

/** How an account's balance went, on its own days; the same as a table for who cannot see it. */
export function BalanceChart({ account, movements }: { account: Account; movements: readonly Movement[] }) {
  const t = texts().accounts;
  const [range, setRange] = useState<Range>("quarter");
  const from = beginning(range, movements, account, today.value);
  const points = seriesOf(movements, account, from, today.value);
  const amount = (point: Point | undefined) => (
    <Amount minor={point?.balance ?? 0n} currency={account.currency} tone="debt" />
  );
  return (
    <Card title={t.chart}>
      <fieldset class={s.ranges} aria-label={t.range}>
        <Flow>
          {RANGES.map((one) => (
            <Chip key={one} selected={one === range} action={`range-${one}`} onClick={() => setRange(one)}>
              {t.ranges[one]}
            </Chip>
          ))}
        </Flow>
      </fieldset>
      {hidesAmounts.value ? (
        <p class={s.masked} data-chart="hidden">
          {texts().amount.hiddenChart}
        </p>
      ) : (
        <LineChart
          currency={account.currency}
          points={points.map(({ day, balance }) => ({ at: numberOf(day), value: balance }))}
          label={t.chartSummary(dayInText(from), dayInText(today.value, "upTo"))}
          ends={[dayShown(from), dayShown(today.value)]}
          said={(place) => (
            <>
              <span>{dayShown(points[place]?.day ?? from)}</span>
              {amount(points[place])}
            </>
          )}
        />
      )}
      <details class={s.table}>
        <summary data-action="as-table">{t.asTable}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.day}</th>
              <th scope="col">{t.balance}</th>
            </tr>
          </thead>
          <tbody>
            {thinned(points, MOST_ROWS)
              .reverse()
              .map((point) => (
                <tr key={point.day}>
                  <th scope="row">{dayShown(point.day)}</th>
                  <td>{amount(point)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </Card>
  );
}
