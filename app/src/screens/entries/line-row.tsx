import { mdiCheck, mdiDeleteOutline, mdiLockOutline, mdiSwapHorizontal, mdiTagOutline } from "@mdi/js";
import { UnsentChip } from "../../entries/unsent.tsx";
import { notesOf, titleOf } from "../../entries/words.ts";
import { categoryIcon } from "../../icons/icons.ts";
import type { LineItem } from "../../listing/listing.ts";
import { accounts, categories, reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Badge } from "../../ui/row.tsx";
import { Unseen } from "../../ui/unseen.tsx";
import s from "./line-row.module.css";
import { type Swipe, useGestures } from "./swipe.ts";

interface LineRowProps {
  readonly item: LineItem;
  readonly isOfOneAccount: boolean;
  /** The keys act on it. */
  readonly isCursor?: boolean;
  /** It is shown beside the list. */
  readonly isOpen?: boolean;
  readonly isSelected?: boolean;
  /** A tap chooses instead of opening. */
  readonly isSelecting?: boolean;
  readonly onOpen?: () => void;
  readonly onSelect?: () => void;
  readonly onSwipe?: (way: Swipe) => void;
}

/** One entry of a long list: a link that can be swiped and chosen. */
export function LineRow({ item, isOfOneAccount, isSelected, isSelecting, onSelect, onSwipe, ...rest }: LineRowProps) {
  const { line, accountId, amount, whole, balance } = item;
  const { way, handlers } = useGestures({
    ...(onSelect ? { onLongPress: onSelect } : {}),
    ...(onSwipe && !isSelecting ? { onSwipe } : {}),
  });
  const category = categories.value.get(line.categoryId ?? "");
  const currency = accounts.value.get(accountId)?.currency ?? reference.value?.currency ?? "EUR";
  const of = whole !== undefined && (
    <>
      {texts().entries.partOf} <Amount minor={whole} currency={currency} signed />
    </>
  );
  const press = (event: MouseEvent) => {
    // A new tab is opened by the browser.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    // Whoever has a mouse cannot hold an entry; they take it by its mark.
    const isMark = (event as PointerEvent).pointerType === "mouse" && onMark(event);
    const act = isSelecting || isMark ? onSelect : rest.onOpen;
    if (!act) return;
    event.preventDefault();
    // The router follows links whether or not somebody else has.
    event.stopPropagation();
    act();
  };
  return (
    <div class={`${s.line} ${way ? s[way] : ""}`} data-entry={line.id} {...handlers}>
      <span class={s.behind} aria-hidden="true">
        {way && <Icon path={way === "right" ? mdiTagOutline : mdiDeleteOutline} />}
      </span>
      <a
        class={`${s.row} ${isSelected ? s.selected : ""} ${rest.isOpen ? s.open : ""} ${rest.isCursor ? s.cursor : ""}`}
        href={`/entries/${line.id}`}
        data-action="open-entry"
        aria-current={rest.isOpen ? "true" : undefined}
        draggable={false}
        onClick={press}
      >
        {isSelected ? (
          <span class={s.check}>
            <Icon path={mdiCheck} />
            <Unseen>{texts().bulk.chosen}</Unseen>
          </span>
        ) : (
          <span data-mark title={onSelect && texts().bulk.choosing}>
            <Badge path={line.transfer ? mdiSwapHorizontal : categoryIcon(category?.icon)} color={category?.color} />
          </span>
        )}
        <span class={s.words}>
          <span class={s.title}>
            <bdi>{titleOf(line)}</bdi>
          </span>
          <span class={s.note}>
            <UnsentChip id={line.id} />
            {balance !== undefined && of && <>{of} · </>}
            <bdi>{notesOf(line, isOfOneAccount).join(" · ")}</bdi>
          </span>
        </span>
        <span class={s.end}>
          <span class={s.amount}>
            {line.status === "reconciled" && (
              <>
                <Icon path={mdiLockOutline} class={s.lock} />
                <Unseen>{texts().entries.reconciled}</Unseen>
              </>
            )}
            <Amount minor={amount} currency={currency} signed tone={line.transfer ? "plain" : "flow"} />
          </span>
          {balance === undefined && of && <span class={s.balance}>{of}</span>}
          {balance !== undefined && (
            <span class={s.balance}>
              <Unseen>{texts().entries.balanceAfter}</Unseen>
              <Amount minor={balance} currency={currency} tone="debt" />
            </span>
          )}
        </span>
      </a>
    </div>
  );
}

function onMark({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest("[data-mark]") !== null;
}
