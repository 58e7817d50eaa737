import { useMemo } from "preact/hooks";
import { dayShown } from "../../dates/shown.ts";
import { UnsentChip } from "../../entries/unsent.tsx";
import { categories } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Card } from "../../ui/card.tsx";
import { Windowed } from "../../ui/windowed.tsx";
import type { Unreconciled } from "./items.ts";
import s from "./reconcile.module.css";

interface TickListProps {
  readonly title: string;
  readonly hint: string;
  readonly items: readonly Unreconciled[];
  readonly currency: string;
  readonly isTicked: (item: Unreconciled) => boolean;
  readonly onTick: (item: Unreconciled, isTicked: boolean) => void;
}

/** In rems, as the lines are drawn. */
const HEIGHTS = { head: 0, line: 4 } as const;

/** Entries to be compared with the statement, line by line. */
export function TickList({ title, hint, items, currency, isTicked, onTick }: TickListProps) {
  // A card may have years of entries in it.
  const lines = useMemo(() => items.map((item) => ({ kind: "line" as const, item })), [items]);
  if (items.length === 0) return null;
  const draw = ({ item }: { readonly item: Unreconciled }) => (
    <label key={item.id} class={s.item} data-entry={item.id}>
      <input
        type="checkbox"
        class={s.box}
        data-action="tick"
        checked={isTicked(item)}
        onChange={(event) => onTick(item, event.currentTarget.checked)}
      />
      <span class={s.words}>
        <bdi>{nameOf(item)}</bdi>
        <span class={s.hint}>
          <UnsentChip id={item.entry.id} />
          {dayShown(item.date)}
        </span>
      </span>
      <Amount minor={item.amount} currency={currency} signed />
    </label>
  );
  return (
    <Card title={title}>
      <p class={s.hint}>{hint}</p>
      <Windowed items={lines} heights={HEIGHTS} draw={draw} />
    </Card>
  );
}

export function nameOf({ entry }: Unreconciled): string {
  const t = texts();
  if (entry.payee) return entry.payee;
  if (entry.transfer) return t.newEntry.kinds.transfer;
  if (entry.splits.length > 0) return t.syncCentre.parts(entry.splits.length);
  return categories.value.get(entry.categoryId ?? "")?.name ?? t.entries.uncategorised;
}
