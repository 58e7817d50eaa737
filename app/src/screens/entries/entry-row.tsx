import { mdiSwapHorizontal } from "@mdi/js";
import { dayShown } from "../../dates/shown.ts";
import { categoryIcon } from "../../icons/icons.ts";
import type { Entities } from "../../replica/index.ts";
import { accounts, categories, reference } from "../../state/reference.ts";
import { Amount } from "../../ui/amount.tsx";
import { Badge, Row } from "../../ui/row.tsx";
import { notesOf, titleOf } from "./words.ts";

interface EntryRowProps {
  readonly entry: Entities["transaction"];
  /** In the list of one account, its side of the entry. */
  readonly accountId?: string;
  readonly withDay?: boolean;
}

/** One entry in a short list. */
export function EntryRow({ entry, accountId, withDay }: EntryRowProps) {
  const category = categories.value.get(entry.categoryId ?? "");
  const isOtherSide = accountId !== undefined && entry.transfer?.accountId === accountId;
  const shownAccount = accounts.value.get(isOtherSide ? (entry.transfer?.accountId ?? "") : entry.accountId);
  const amount = isOtherSide ? (entry.transfer?.amount ?? 0) : entry.amount;
  const notes = [...(withDay ? [dayShown(entry.date)] : []), ...notesOf(entry, accountId !== undefined)];
  return (
    <Row
      href={`/entries/${entry.id}`}
      action="open-entry"
      lead={<Badge path={entry.transfer ? mdiSwapHorizontal : categoryIcon(category?.icon)} color={category?.color} />}
      title={<bdi>{titleOf(entry)}</bdi>}
      note={<bdi>{notes.join(" · ")}</bdi>}
      end={
        <Amount
          minor={amount}
          currency={shownAccount?.currency ?? reference.value?.currency ?? "EUR"}
          signed
          tone={entry.transfer ? "plain" : "flow"}
        />
      }
    />
  );
}
