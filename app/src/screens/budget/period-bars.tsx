import { useEffect, useRef } from "preact/hooks";
import { shown, spoken } from "../../amounts/shown.ts";
import { briefly, rangeShown } from "../../dates/shown.ts";
import type { BudgetStatus, Entities } from "../../replica/index.ts";
import { larger } from "../../replica/money/money.ts";
import { hidesAmounts, locale } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import { Unseen } from "../../ui/unseen.tsx";
import s from "./budget.module.css";

interface PeriodBarsProps {
  readonly budget: Entities["budget"];
  readonly history: readonly BudgetStatus[];
  /** The start of the period whose entries are shown. */
  readonly chosen: string;
}

const HEIGHT = 100;

/** What was spent in each period, beside what there was; a bar leads to the entries that it is made of. */
export function PeriodBars({ budget, history, chosen }: PeriodBarsProps) {
  const t = texts().budget;
  const currency = budget.currency as string;
  const bars = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [list, bar] = [bars.current, bars.current?.querySelector<HTMLElement>("[aria-current]")];
    if (list && bar) list.scrollLeft = bar.offsetLeft - (list.clientWidth - bar.offsetWidth) / 2;
  }, [chosen, history.length]);
  if (history.length < 2) return null;
  const top = history.flatMap(({ spent, available }) => [spent, available]).reduce(larger, 1n);
  const height = (value: bigint) =>
    hidesAmounts.value || value <= 0n ? 0 : Number((1000n * BigInt(HEIGHT) * value) / top) / 1000;
  const words = texts().amount;
  const money = (minor: bigint) => (hidesAmounts.value ? words.hidden : shown(minor, currency, locale.value));
  const told = (minor: bigint) =>
    hidesAmounts.value ? words.hidden : spoken(minor, currency, locale.value, words.minus);
  return (
    <Card title={t.history}>
      <p class={s.note}>{t.historyHint}</p>
      <div class={s.bars} ref={bars}>
        {history.map((status) => {
          const range = rangeShown(status.periodStart, status.periodEnd);
          const isChosen = status.periodStart === chosen;
          return (
            <a
              key={status.periodStart}
              class={`${s.period} ${isChosen ? s.chosen : ""}`}
              href={`/budgets/${budget.id}?on=${status.periodStart}`}
              aria-current={isChosen ? "true" : undefined}
              data-action="open-period"
              data-spent={String(status.spent)}
              title={t.bar(range, money(status.spent), money(status.available))}
            >
              <svg class={s.column} viewBox={`0 0 20 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
                <rect width="20" height={HEIGHT} class={s.track} />
                <rect
                  y={HEIGHT - height(status.spent)}
                  width="20"
                  height={height(status.spent)}
                  class={status.state === "exceeded" ? s.tooFar : s.gone}
                />
                <rect y={Math.max(0, HEIGHT - height(status.available) - 1)} width="20" height="2" class={s.limit} />
              </svg>
              <span class={s.short} aria-hidden="true">
                {briefly(status.periodStart)}
              </span>
              <Unseen>{t.bar(range, told(status.spent), told(status.available))}</Unseen>
            </a>
          );
        })}
      </div>
    </Card>
  );
}
