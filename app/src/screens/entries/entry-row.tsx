import { mdiSwapHorizontal } from "@mdi/js";
import { dayShown } from "../../dates/shown.ts";
import { UnsentChip } from "../../entries/unsent.tsx";
import { notesOf, titleOf } from "../../entries/words.ts";
import { categoryIcon } from "../../icons/icons.ts";
import type { Entities } from "../../replica/index.ts";
import { accounts, categories, reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Badge, Row } from "../../ui/row.tsx";
import { Unseen } from "../../ui/unseen.tsx";
import s from "./entries.module.css";

interface EntryRowProps {
  readonly entry: Entities["transaction"];
  /** In the list of one account, its side of the entry. */
  readonly accountId?: string;
  readonly withDay?: boolean;
  /** What it moved in that account, and what was there after it. */
  readonly moved?: bigint;
  readonly balance?: bigint;
}

/** One entry in a short list. */
export function EntryRow({ entry, accountId, withDay, moved, balance }: EntryRowProps) {
  const category = categories.value.get(entry.categoryId ?? "");
  const isOtherSide = accountId !== undefined && entry.transfer?.accountId === accountId;
  const own = accounts.value.get(entry.accountId);
  const shownAccount = accountId === undefined ? own : (accounts.value.get(accountId) ?? own);
  const currency = shownAccount?.currency ?? reference.value?.currency ?? "EUR";
  const amount = moved ?? (isOtherSide ? (entry.transfer?.amount ?? 0) : entry.amount);
  const notes = [...(withDay ? [dayShown(entry.date)] : []), ...notesOf(entry, accountId !== undefined)];
  return (
    <Row
      href={`/entries/${entry.id}`}
      action="open-entry"
      lead={<Badge path={entry.transfer ? mdiSwapHorizontal : categoryIcon(category?.icon)} color={category?.color} />}
      title={<bdi>{titleOf(entry)}</bdi>}
      note={
        <>
          <UnsentChip id={entry.id} />
          <bdi>{notes.join(" · ")}</bdi>
        </>
      }
      end={
        <span class={s.figures}>
          <Amount minor={amount} currency={currency} signed tone={entry.transfer ? "plain" : "flow"} />
          {balance !== undefined && (
            <span class={s.balance}>
              <Unseen>{texts().entries.balanceAfter} </Unseen>
              <Amount minor={balance} currency={currency} tone="debt" />
            </span>
          )}
        </span>
      }
    />
  );
}
