import { useState } from "preact/hooks";
import { isFree, type Use, unmerged } from "../../categories/merge.ts";
import type { Category } from "../../categories/order.ts";
import { categoryIcon } from "../../icons/icons.ts";
import { newId, realSurroundings } from "../../replica/index.ts";
import { texts } from "../../state/texts.ts";
import { actAndOffer } from "../../state/undoable.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Badge, Row } from "../../ui/row.tsx";

interface MergeSheetProps {
  readonly category: Category;
  readonly use: Use;
  readonly siblings: readonly Category[];
  readonly onClose: () => void;
  readonly onMerged: () => void;
}

/** Everything under a category goes to another; how much that is, is told before. */
export function MergeSheet({ category, use, siblings, onClose, onMerged }: MergeSheetProps) {
  const t = texts().categories;
  const [into, setInto] = useState<Category | null>(null);
  const reconciled = use.entries.filter((entry) => !isFree(entry)).length;
  const merge = async (target: Category) => {
    onMerged();
    await actAndOffer(
      t.merged(category.name, target.name),
      [{ type: "category.merge", entityId: category.id, data: { into: target.id } }],
      unmerged(category, use, newId(realSurroundings)),
    );
  };
  return (
    <Dialog
      title={t.mergeInto(category.name)}
      look="sheet"
      onClose={onClose}
      actions={
        <>
          <Button look="text" action="cancel" onClick={onClose}>
            {texts().common.cancel}
          </Button>
          {into && (
            <Button look="text" action="choose-another" onClick={() => setInto(null)}>
              {t.chooseAnother}
            </Button>
          )}
          {into && (
            <Button action="merge-now" onClick={() => void merge(into)}>
              {t.mergeNow(into.name)}
            </Button>
          )}
        </>
      }
    >
      <p data-preview={use.entries.length}>{t.preview(use.entries.length, use.budgets.length)}</p>
      {reconciled > 0 && <p>{t.previewReconciled(reconciled)}</p>}
      <div>
        {(into ? [into] : siblings)
          .filter(({ archived }) => !archived)
          .map((one) => (
            <Row
              key={one.id}
              action="choose-category"
              lead={<Badge path={categoryIcon(one.icon)} color={one.color} />}
              title={one.name}
              note={one.group}
              selected={one.id === into?.id}
              onPress={() => setInto(into ? null : one)}
            />
          ))}
      </div>
    </Dialog>
  );
}
