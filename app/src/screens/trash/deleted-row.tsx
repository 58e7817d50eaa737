import { mdiCheckboxBlankOutline, mdiCheckboxMarked } from "@mdi/js";
import { dayShown, timeShown } from "../../dates/shown.ts";
import { UnsentChip } from "../../entries/unsent.tsx";
import { notesOf, titleOf } from "../../entries/words.ts";
import { accounts, reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { Deleted } from "./deleted.ts";
import s from "./trash.module.css";

interface DeletedRowProps {
  readonly entry: Deleted;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

export function DeletedRow({ entry, isChosen, onToggle }: DeletedRowProps) {
  const currency = accounts.value.get(entry.accountId)?.currency ?? reference.value?.currency ?? "EUR";
  const notes = [dayShown(entry.date), ...notesOf(entry, false)].join(" · ");
  return (
    <label class={s.row} data-entry={entry.id}>
      <input class={s.box} type="checkbox" data-action="choose-deleted" checked={isChosen} onChange={onToggle} />
      <span class={s.mark}>
        <Icon path={isChosen ? mdiCheckboxMarked : mdiCheckboxBlankOutline} />
      </span>
      <span class={s.words}>
        <span class={s.title}>
          <bdi>{titleOf(entry)}</bdi>
        </span>
        <span class={s.hint}>
          <UnsentChip id={entry.id} />
          <bdi>{notes}</bdi>
        </span>
        {entry.deletedAt && <span class={s.hint}>{texts().trash.deletedAt(timeShown(entry.deletedAt))}</span>}
      </span>
      <Amount minor={entry.amount} currency={currency} signed />
    </label>
  );
}
