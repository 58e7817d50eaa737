import type { Range } from "../../figures/ranges.ts";
import type { Bar, Flow } from "../../figures/tally.ts";
import { categoryIcon } from "../../icons/icons.ts";
import { categories } from "../../state/reference.ts";
import { hidesAmounts } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Card } from "../../ui/card.tsx";
import { Badge } from "../../ui/row.tsx";
import s from "./charts.module.css";
import { FigureTable } from "./figure-table.tsx";
import type { ChartsReading } from "./read-charts.ts";

export type OnOpen = (open: { bar: Bar; range: Range; title: string }) => void;

interface CategoryBarsProps {
  readonly flow: Flow;
  readonly reading: Pick<ChartsReading, "tally" | "range">;
  readonly currency: string;
  readonly onOpen: OnOpen;
  /** No more than so many, the largest, and no table. */
  readonly most?: number;
}

/** A bar for each category, the largest first; a tap opens the entries that it is made of. */
export function CategoryBars({ flow, reading, currency, onOpen, most }: CategoryBarsProps) {
  const t = texts().charts;
  const all = reading.tally.categories(flow);
  if (all.length === 0) return null;
  const top = all[0]?.[1] ?? 1n;
  const total = reading.tally.of({ flow });
  const nameOf = (id: string | null) => categories.value.get(id ?? "")?.name ?? texts().entries.uncategorised;
  const bars = (
    <ul>
      {all.slice(0, most).map(([id, sum]) => {
        const category = categories.value.get(id ?? "");
        return (
          <li key={id}>
            <button
              type="button"
              class={s.bar}
              data-action="open-bar"
              data-sum={String(sum)}
              onClick={() => onOpen({ bar: { flow, categoryId: id }, range: reading.range, title: nameOf(id) })}
            >
              <Badge path={categoryIcon(category?.icon)} color={category?.color} />
              <span class={s.words}>
                <span class={s.line}>
                  <span class={s.name}>{nameOf(id)}</span>
                  <Amount minor={sum} currency={currency} />
                </span>
                <svg class={s.strip} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                  <rect width="100" height="8" class={s.track} />
                  <rect width={hidesAmounts.value ? 0 : shareOf(sum, top)} height="8" class={s[flow]} />
                </svg>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
  if (most !== undefined) return bars;
  return (
    <Card title={t.byCategory[flow]}>
      {bars}
      <FigureTable
        heads={[t.category, t.amount, t.share]}
        caption={t.byCategory[flow]}
        rows={all.map(([id, sum]) => ({
          name: nameOf(id),
          cells: [
            <Amount key="sum" minor={sum} currency={currency} />,
            total > 0n && sum > 0n ? `${Math.round(shareOf(sum, total))} %` : "–",
          ],
        }))}
      />
    </Card>
  );
}

/** Of what is drawn as whole; nothing where it is less than nothing. */
function shareOf(part: bigint, whole: bigint): number {
  return whole <= 0n || part <= 0n ? 0 : Math.min(100, Number((1000n * part) / whole) / 10);
}
