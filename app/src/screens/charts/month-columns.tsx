import { useEffect, useRef } from "preact/hooks";
import { spoken } from "../../amounts/shown.ts";
import { monthShown } from "../../dates/shown.ts";
import { larger } from "../../replica/money/money.ts";
import { hidesAmounts, language, locale } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Card } from "../../ui/card.tsx";
import { Unseen } from "../../ui/unseen.tsx";
import type { OnOpen } from "./category-bars.tsx";
import s from "./charts.module.css";
import { FigureTable } from "./figure-table.tsx";
import type { ChartsReading } from "./read-charts.ts";

interface MonthColumnsProps {
  readonly reading: ChartsReading;
  readonly currency: string;
  readonly onOpen: OnOpen;
}

const HEIGHT = 100;

/** For each month a bar of what came in and one of what went out; the sheet that a tap opens has both. */
export function MonthColumns({ reading, currency, onOpen }: MonthColumnsProps) {
  const t = texts().charts;
  const { names, tally, range } = reading.months;
  const columns = useRef<HTMLDivElement>(null);
  // Where there are more months than fit, the last ones are what was asked for.
  useEffect(() => {
    const list = columns.current;
    if (list) list.scrollLeft = getComputedStyle(list).direction === "rtl" ? -list.scrollWidth : list.scrollWidth;
  }, [range.from, range.to]);
  const sums = names.map((month) => ({
    month,
    income: tally.of({ flow: "income", month }),
    expense: tally.of({ flow: "expense", month }),
  }));
  if (sums.every(({ income, expense }) => income === 0n && expense === 0n)) return null;
  const top = sums.flatMap(({ income, expense }) => [income, expense]).reduce(larger, 1n);
  const height = (sum: bigint) =>
    hidesAmounts.value || sum <= 0n ? 0 : Number((1000n * BigInt(HEIGHT) * sum) / top) / 1000;
  const words = texts().amount;
  const told = (sum: bigint) => (hidesAmounts.value ? words.hidden : spoken(sum, currency, locale.value, words.minus));
  return (
    <Card title={t.byMonth}>
      <p class={s.legend}>
        <Key look="income" name={t.flows.income} />
        <Key look="expense" name={t.flows.expense} />
      </p>
      <div class={s.columns} ref={columns}>
        {sums.map(({ month, income, expense }) => (
          <button
            key={month}
            type="button"
            class={s.month}
            data-action="open-month"
            data-income={String(income)}
            data-expense={String(expense)}
            onClick={() => onOpen({ bar: { flow: "expense", month }, range, title: monthShown(`${month}-01`) })}
          >
            <svg class={s.pair} viewBox={`0 0 22 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
              <rect x="0" width="10" y={HEIGHT - height(income)} height={height(income)} class={s.income} />
              <rect x="12" width="10" y={HEIGHT - height(expense)} height={height(expense)} class={s.expense} />
            </svg>
            <span class={s.short} aria-hidden="true">
              {shortMonth(month)}
            </span>
            <Unseen>
              {monthShown(`${month}-01`)}: {t.flows.income} {told(income)}, {t.flows.expense} {told(expense)}
            </Unseen>
          </button>
        ))}
      </div>
      <FigureTable
        caption={t.byMonth}
        heads={[t.month, t.flows.income, t.flows.expense, t.rest]}
        rows={sums.map(({ month, income, expense }) => ({
          name: monthShown(`${month}-01`),
          cells: [income, expense, income - expense].map((sum, place) => (
            <Amount key={`${place}`} minor={sum} currency={currency} />
          )),
        }))}
      />
    </Card>
  );
}

function Key({ look, name }: { readonly look: "income" | "expense"; readonly name: string }) {
  return (
    <span class={s.key}>
      <svg class={s.dot} viewBox="0 0 10 10" aria-hidden="true">
        <rect width="10" height="10" rx="2" class={s[look]} />
      </svg>
      {name}
    </span>
  );
}

function shortMonth(month: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  const name = date.toLocaleDateString(language.value, { month: "short", timeZone: "UTC" });
  return month.endsWith("-01") ? `${name} ${month.slice(2, 4)}` : name;
}
