import { useState } from "preact/hooks";
import { dayShown, rangeShown } from "../../dates/shown.ts";
import { UnsentChip } from "../../entries/unsent.tsx";
import { entriesBetween } from "../../figures/entries-between.ts";
import type { Range } from "../../figures/ranges.ts";
import { type Bar, behind, type Flow, type Scope } from "../../figures/tally.ts";
import { categoryIcon } from "../../icons/icons.ts";
import type { Entities, Entry } from "../../replica/index.ts";
import { useRead } from "../../state/read.ts";
import { categories } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Button, Chip } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Badge, Row } from "../../ui/row.tsx";
import { Flow as Beside } from "../../ui/stack.tsx";
import s from "./charts.module.css";

interface BehindSheetProps {
  readonly bar: Bar;
  readonly range: Range;
  readonly title: string;
  readonly scope: Scope;
  readonly onClose: () => void;
}

const FLOWS: readonly Flow[] = ["expense", "income"];
const MOST_SHOWN = 300;

/** The entries behind a bar, and their sum, which is the bar. */
export function BehindSheet({ bar, range, title, scope, onClose }: BehindSheetProps) {
  const t = texts().charts;
  const [flow, setFlow] = useState(bar.flow);
  const accounts = [...scope.accounts].filter(([, { onBudget }]) => onBudget).map(([id]) => id);
  const entries = useRead((replica) => entriesBetween(replica, accounts, range.from, range.to), [range.from, range.to]);
  const found =
    entries && behind(entries as unknown as (Entry & Entities["transaction"])[], scope, range, { ...bar, flow });
  const sum = found?.reduce((total, one) => total + one.sum, 0n);
  return (
    <Dialog
      title={title}
      look="sheet"
      onClose={onClose}
      actions={
        <Button look="text" action="close" onClick={onClose}>
          {texts().common.close}
        </Button>
      }
    >
      {bar.month !== undefined && (
        <Beside>
          {FLOWS.map((one) => (
            <Chip key={one} action={`show-${one}`} selected={one === flow} onClick={() => setFlow(one)}>
              {t.flows[one]}
            </Chip>
          ))}
        </Beside>
      )}
      {bar.month === undefined && <p class={s.note}>{rangeShown(range.from, range.to)}</p>}
      {sum !== undefined && (
        <p class={s.line} data-sum={String(sum)}>
          <span>
            {t.sum} <span class={s.note}>({t.entries(found?.length ?? 0)})</span>
          </span>
          <Amount minor={sum} currency={scope.currency} size="large" />
        </p>
      )}
      {found?.length === 0 && <p>{t.none}</p>}
      <div>
        {found?.slice(0, MOST_SHOWN).map(({ entry, date, sum: part }) => (
          <BehindRow key={entry.id} entry={entry} date={date} sum={part} currency={scope.currency} />
        ))}
      </div>
    </Dialog>
  );
}

interface BehindRowProps {
  readonly entry: { readonly id: string; readonly payee?: string | null; readonly categoryId?: string | null };
  readonly date: string;
  readonly sum: bigint;
  readonly currency: string;
}

function BehindRow({ entry, date, sum, currency }: BehindRowProps) {
  const category = categories.value.get(entry.categoryId ?? "");
  return (
    <Row
      href={`/entries/${entry.id}`}
      action="open-entry"
      lead={<Badge path={categoryIcon(category?.icon)} color={category?.color} />}
      title={<bdi>{entry.payee || category?.name || texts().entries.uncategorised}</bdi>}
      note={
        <>
          <UnsentChip id={entry.id} />
          {dayShown(date)}
        </>
      }
      end={<Amount minor={sum} currency={currency} />}
    />
  );
}
