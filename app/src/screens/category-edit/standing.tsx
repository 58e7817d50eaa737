import {
  mdiArchiveArrowUpOutline,
  mdiArchiveOutline,
  mdiCallMerge,
  mdiFormatListBulleted,
  mdiTrashCanOutline,
} from "@mdi/js";
import { useState } from "preact/hooks";
import { recreated, useOf } from "../../categories/merge.ts";
import { type Category, isTaken } from "../../categories/order.ts";
import { allEntries } from "../../figures/all-entries.ts";
import { newId, realSurroundings } from "../../replica/index.ts";
import { actWithUndo } from "../../state/act.ts";
import { canWrite } from "../../state/ledgers.ts";
import { useRead } from "../../state/read.ts";
import { texts } from "../../state/texts.ts";
import { actAndOffer } from "../../state/undoable.ts";
import { Card } from "../../ui/card.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useOnce } from "../../ui/once.ts";
import { Row } from "../../ui/row.tsx";
import s from "./category-edit.module.css";
import { MergeSheet } from "./merge-sheet.tsx";

interface StandingProps {
  readonly category: Category;
  readonly siblings: readonly Category[];
  /** The category is not looked at any more. */
  readonly onGone: () => void;
}

/** What uses a category: so it is archived or merged, or deleted where nothing does. */
export function Standing({ category, siblings, onGone }: StandingProps) {
  const t = texts().categories;
  const [isMerging, setMerging] = useState(false);
  const { id, name, archived, kind } = category;
  const use = useRead(async (replica) => useOf(id, await allEntries(replica), await replica.all("budget")), [id]);
  const others = siblings.filter((one) => one.kind === kind && one.id !== id && !one.archived);
  const cannotReturn = archived && isTaken(siblings, category, id);
  const archive = useOnce(async () => {
    onGone();
    await actWithUndo(archived ? t.wasUnarchived(name) : t.wasArchived(name), {
      type: "category.revise",
      entityId: id,
      data: { archived: !archived },
    });
  });
  const remove = useOnce(async () => {
    const again = recreated(category, newId(realSurroundings));
    onGone();
    await actAndOffer(t.deleted(name), [{ type: "category.delete", entityId: id }], [again]);
  });
  const entries = use?.entries.length ?? 0;
  const budgets = use?.budgets ?? [];
  return (
    <Card title={t.standing}>
      <Row
        href={`/entries?${new URLSearchParams({ categoryId: id })}`}
        action="open-entries"
        lead={<Icon path={mdiFormatListBulleted} />}
        title={t.entries}
        note={use && <span data-count={entries}>{t.uses(entries)}</span>}
      />
      {budgets.length > 0 && <p class={s.hint}>{t.inBudgets(budgets.map((budget) => budget.name).join(", "))}</p>}
      {canWrite.value && (
        <>
          {!cannotReturn && (
            <Row
              action="archive"
              lead={<Icon path={archived ? mdiArchiveArrowUpOutline : mdiArchiveOutline} />}
              title={archived ? t.unarchive : t.archive}
              onPress={() => void archive()}
            />
          )}
          {others.length > 0 && use && (
            <Row action="merge" lead={<Icon path={mdiCallMerge} />} title={t.merge} onPress={() => setMerging(true)} />
          )}
          {use && entries === 0 && budgets.length === 0 && (
            <Row
              action="delete"
              lead={<Icon path={mdiTrashCanOutline} />}
              title={t.remove}
              onPress={() => void remove()}
            />
          )}
          {use && entries > 0 && <p class={s.hint}>{t.inUse(entries)}</p>}
          {use && entries === 0 && budgets.length > 0 && <p class={s.hint}>{t.notInBudgets}</p>}
          <p class={s.hint}>{cannotReturn ? t.form.faults.taken : t.archiveHint}</p>
        </>
      )}
      {isMerging && use && (
        <MergeSheet
          category={category}
          use={use}
          siblings={others}
          onClose={() => setMerging(false)}
          onMerged={onGone}
        />
      )}
    </Card>
  );
}
