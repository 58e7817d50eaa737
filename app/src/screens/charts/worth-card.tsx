import { dayShown } from "../../dates/shown.ts";
import { numberOf } from "../../replica/money/dates.ts";
import { useRead } from "../../state/read.ts";
import { reference } from "../../state/reference.ts";
import { hidesAmounts } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Amount } from "../../ui/amount.tsx";
import { Card } from "../../ui/card.tsx";
import { LineChart } from "../../ui/line-chart.tsx";
import { thinned } from "../account/series.ts";
import { totalsOf } from "../accounts/totals.ts";
import s from "./charts.module.css";
import type { Span } from "./span.ts";
import { worthOf } from "./worth.ts";

const MOST_ROWS = 13;

/** What everything together was worth in the ledger's currency, and what stands beside it because there is no rate to add it by. */
export function WorthCard({ span }: { readonly span: Span }) {
  const t = texts().charts;
  const known = reference.value;
  const to = [span.last, today.value].sort()[0] ?? span.last;
  const read = useRead(
    async (replica) => {
      const counted = (known?.accounts ?? []).filter(({ currency }) => currency === known?.currency);
      const held = await Promise.all(
        counted.map(async ({ id, openingBalance, openedOn }) => ({
          openingBalance,
          openedOn,
          movements: await replica.movements(id),
        })),
      );
      return { held, balances: await replica.balances(to) };
    },
    [known, to],
  );
  if (!read || !known || known.accounts.length === 0) return null;
  const points = worthOf(read.held, span.first, to);
  const others = totalsOf(
    known.accounts.map(({ id, currency, closed }) => ({ id, currency: String(currency), closed })),
    read.balances,
    known.currency,
  ).unconverted;
  const worth = (place: number) => (
    <Amount minor={points[place]?.balance ?? 0n} currency={known.currency} tone="debt" />
  );
  return (
    <Card title={t.worth} more={worth(points.length - 1)}>
      {hidesAmounts.value ? (
        <p class={s.masked} data-chart="hidden">
          {texts().amount.hiddenChart}
        </p>
      ) : (
        <LineChart
          points={points.map(({ day, balance }) => ({ at: numberOf(day), value: balance }))}
          label={t.worthSummary(dayShown(span.first), dayShown(to))}
          ends={[dayShown(span.first), dayShown(to)]}
          said={(place) => (
            <>
              <span>{dayShown(points[place]?.day ?? to)}</span>
              {worth(place)}
            </>
          )}
        />
      )}
      {others.length > 0 && (
        <dl class={s.others} data-part="unconverted">
          {others.map(({ currency, sum }) => (
            <div key={currency}>
              <dt>{t.unconverted(currency)}</dt>
              <dd>
                <Amount minor={sum} currency={currency} tone="debt" />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <details class={s.asTable}>
        <summary data-action="as-table">{texts().accounts.asTable}</summary>
        <table class={s.table}>
          <tbody>
            {thinned(points, MOST_ROWS)
              .reverse()
              .map(({ day, balance }) => (
                <tr key={day}>
                  <th scope="row">{dayShown(day)}</th>
                  <td>
                    <Amount minor={balance} currency={known.currency} tone="debt" />
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </Card>
  );
}
