import { mdiEqual, mdiPlus } from "@mdi/js";
import { useState } from "preact/hooks";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Button, Chip } from "../../ui/button.tsx";
import { Remark } from "../../ui/remark.tsx";
import { Flow } from "../../ui/stack.tsx";
import { amountsOf, NEW_PART, type Part, withEqualParts, withExtra } from "../parts.ts";
import { percentOf } from "../shares.ts";
import { PartRow } from "./part-row.tsx";
import { PercentField } from "./percent-field.tsx";
import s from "./split.module.css";

interface SplitEditorProps {
  /** A plain amount; the entry decides which way it goes. */
  readonly total: number;
  readonly currency: string;
  readonly kind: "expense" | "income";
  readonly accountId: string;
  readonly parts: readonly Part[];
  readonly onParts: (parts: readonly Part[]) => void;
  /** A tip or a tax makes the whole more. */
  readonly onTotal: (total: number, parts: readonly Part[]) => void;
}

const MOST_PARTS = 100;

/** An entry in parts. The last is always the rest, so the parts cannot fail to add up. */
export function SplitEditor({ total, currency, kind, accountId, parts, onParts, onTotal }: SplitEditorProps) {
  const t = texts().split;
  const [extra, setExtra] = useState<number | null>(null);
  const amounts = amountsOf(total, parts);
  const rest = amounts.at(-1) ?? 0;
  const change = (place: number, part: Partial<Part>) =>
    onParts(parts.map((one, at) => (at === place ? { ...one, ...part } : one)));
  const remove = (place: number) => onParts(parts.filter((_, at) => at !== place));
  const tip = extra === null ? 0 : percentOf(total, extra);
  return (
    <div class={s.split} data-screen="split">
      <p class={s.total}>
        {t.total} <Amount minor={total} currency={currency} size="large" />
      </p>
      {parts.map((part, place) => (
        <PartRow
          // Parts have no names; their places do not change.
          key={`${place}-${parts.length}`}
          part={part}
          place={place}
          amount={amounts[place] ?? 0}
          isRest={place === parts.length - 1}
          currency={currency}
          kind={kind}
          accountId={accountId}
          onChange={(changed) => change(place, changed)}
          {...(parts.length > 2 ? { onRemove: () => remove(place) } : {})}
        />
      ))}
      {rest < 0 && <Remark look="warning">{t.negativeRest}</Remark>}
      <Flow>
        <Chip
          icon={mdiPlus}
          action="add-part"
          disabled={parts.length >= MOST_PARTS}
          onClick={() => onParts([...parts.slice(0, -1), { ...NEW_PART }, parts.at(-1) ?? NEW_PART])}
        >
          {t.add}
        </Chip>
        <Chip icon={mdiEqual} action="equal-parts" onClick={() => onParts(withEqualParts(total, parts))}>
          {t.equal}
        </Chip>
      </Flow>
      <div class={s.extra}>
        <PercentField label={t.extra} hint={t.extraHint} value={extra} onValue={setExtra} />
        <Button
          look="tonal"
          action="spread"
          disabled={tip === 0}
          onClick={() => {
            onTotal(total + tip, withExtra(total, tip, parts));
            setExtra(null);
          }}
        >
          {t.spread}
        </Button>
      </div>
    </div>
  );
}
