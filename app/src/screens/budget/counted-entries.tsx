import { type CountedPart, spentIn } from "../../budgets/counted.ts";
import { dayShown } from "../../dates/shown.ts";
import { UnsentChip } from "../../entries/unsent.tsx";
import { categoryIcon } from "../../icons/icons.ts";
import type { Entities } from "../../replica/index.ts";
import { categories } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Card } from "../../ui/card.tsx";
import { Badge } from "../../ui/row.tsx";
import s from "./budget.module.css";
import type { Counted } from "./read-budget.ts";

interface CountedEntriesProps {
  readonly budget: Entities["budget"];
  readonly counted: readonly Counted[];
}

/** Every entry that counts, and of each part why; their sum is what was spent. */
export function CountedEntries({ budget, counted }: CountedEntriesProps) {
  const t = texts().budget;
  const currency = budget.currency as string;
  return (
    <Card title={t.entries}>
      {counted.length === 0 && <p class={s.note}>{t.noEntries}</p>}
      {counted.length > 0 && (
        <p class={s.line}>
          <span>{t.sum}</span>
          <Amount minor={spentIn(counted, currency)} currency={currency} />
        </p>
      )}
      {counted.flatMap(({ entry, date, parts }) =>
        parts.map((part, place) => (
          <a
            key={`${entry.id}-${place}`}
            class={s.entry}
            href={`/entries/${entry.id}`}
            data-action="open-entry"
            data-spent={String(part.currency === currency ? part.spent : 0n)}
          >
            <Mark part={part} />
            <span class={s.words}>
              <span>
                <bdi>
                  {entry.payee || categories.value.get(part.categoryId ?? "")?.name || texts().entries.uncategorised}
                </bdi>
              </span>
              <span class={s.note}>
                <UnsentChip id={entry.id} />
                {[dayShown(date), ...whyOf(part, currency)].join(" · ")}
              </span>
            </span>
            <Amount minor={part.spent} currency={part.currency} />
          </a>
        )),
      )}
    </Card>
  );
}

function Mark({ part }: { readonly part: CountedPart }) {
  const category = categories.value.get(part.categoryId ?? "");
  return <Badge path={categoryIcon(category?.icon)} color={category?.color} />;
}

function whyOf(part: CountedPart, currency: string): string[] {
  const t = texts().budget;
  const name = categories.value.get(part.categoryId ?? "")?.name ?? texts().entries.uncategorised;
  return [
    part.why === "uncategorised" ? t.why.uncategorised : t.why[part.why](name),
    ...(part.isSplitPart ? [t.part] : []),
    ...(part.isRefund ? [t.refund] : []),
    ...(part.account === "named" ? [t.account] : []),
    ...(part.currency === currency ? [] : [t.otherCurrency]),
  ];
}
