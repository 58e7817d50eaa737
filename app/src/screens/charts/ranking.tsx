import { categoryIcon } from "../../icons/icons.ts";
import { categories } from "../../state/reference.ts";
import { locale } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Card, Meter } from "../../ui/card.tsx";
import { Badge, Row } from "../../ui/row.tsx";
import s from "./charts.module.css";
import { ranked, sumOf } from "./spending.ts";

interface RankingProps {
  readonly title: string;
  readonly part: string;
  readonly amounts: ReadonlyMap<string | null, bigint>;
  readonly currency: string;
  /** Where the entries of a category are. */
  readonly href: (categoryId: string | null) => string;
}

/** What each category has of the whole, the most first; each line opens the entries that it is the sum of. */
export function Ranking({ title, part, amounts, currency, href }: RankingProps) {
  const t = texts().charts;
  const lines = ranked(amounts);
  if (lines.length === 0) return null;
  // What came back can be more than what was spent: shares are of what is positive.
  const whole = lines.reduce((sum, [, amount]) => (amount > 0n ? sum + amount : sum), 0n);
  const shareOf = (amount: bigint) => (amount > 0n ? Number((amount * 10_000n) / whole) / 10_000 : 0);
  const percent = new Intl.NumberFormat(locale.value, { style: "percent", maximumFractionDigits: 0 });
  return (
    <Card title={title} more={<Amount minor={sumOf(amounts)} currency={currency} />}>
      <ul data-part={part}>
        {lines.map(([id, amount]) => {
          const category = id === null ? undefined : categories.value.get(id);
          return (
            <li key={id ?? "none"} class={s.line}>
              <Row
                href={href(id)}
                action="open-entries"
                lead={<Badge path={categoryIcon(category?.icon)} color={category?.color} />}
                title={<bdi>{category?.name ?? t.uncategorised}</bdi>}
                note={amount > 0n ? t.share(percent.format(shareOf(amount))) : undefined}
                end={<Amount minor={amount} currency={currency} />}
              />
              <Meter share={shareOf(amount) * 100} state="onTrack" />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
