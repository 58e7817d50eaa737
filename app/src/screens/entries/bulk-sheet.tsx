import { useMemo, useState } from "preact/hooks";
import { type BulkChange, bulkPlan, common } from "../../bulk/plan.ts";
import type { Line } from "../../replica/index.ts";
import { actWithUndo } from "../../state/act.ts";
import { accounts, categories } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import s from "./bulk.module.css";
import type { BulkField } from "./bulk-bar.tsx";
import { BulkFields } from "./bulk-fields.tsx";
import { clearSelection } from "./selection.ts";

interface BulkSheetProps {
  readonly field: BulkField;
  readonly lines: readonly Line[];
  readonly onClose: () => void;
}

/** What the chosen entries have in common, what becomes of them, and how many of them can be changed, before anything is. */
export function BulkSheet({ field, lines, onClose }: BulkSheetProps) {
  const t = texts().bulkSheet;
  const [change, setChange] = useState<BulkChange>(field === "delete" ? { isDelete: true } : {});
  const [isBusy, setBusy] = useState(false);
  const plan = useMemo(() => bulkPlan(lines, change, { accounts: accounts.value }), [lines, change]);
  const isChosen = Object.values(change).some((value) => value !== undefined);
  const n = plan.commands.length;
  const apply = async () => {
    setBusy(true);
    await actWithUndo(field === "delete" ? t.deleted(n) : t.changed(n), ...plan.commands);
    clearSelection();
    onClose();
  };
  return (
    <Dialog
      title={texts().bulk.fields[field]}
      look="sheet"
      onClose={onClose}
      actions={
        <>
          <Button look="text" action="cancel" onClick={onClose}>
            {texts().common.cancel}
          </Button>
          <Button
            look={field === "delete" ? "danger" : "filled"}
            action="apply"
            disabled={!isChosen || n === 0 || isBusy}
            onClick={() => void apply()}
          >
            {field === "delete" ? t.delete(n) : t.apply(isChosen ? n : lines.length)}
          </Button>
        </>
      }
    >
      <p class={s.note}>{t.common(commonShown(field, lines))}</p>
      <BulkFields field={field} lines={lines} onChange={setChange} />
      {isChosen && (
        <div class={s.preview} role="status" data-preview={n}>
          <strong>{t.preview(n, lines.length)}</strong>
          {[...plan.skipped].map(([reason, skipped]) => (
            <p key={reason} class={s.note}>
              {t.skipped[reason](skipped)}
            </p>
          ))}
          {plan.unchanged > 0 && <p class={s.note}>{t.unchanged(plan.unchanged)}</p>}
          {plan.unlocked > 0 && <p class={s.note}>{t.unlocked(plan.unlocked)}</p>}
        </div>
      )}
    </Dialog>
  );
}

function commonShown(field: BulkField, lines: readonly Line[]): string | null {
  const t = texts();
  if (field === "category") {
    const id = common(lines, (line) => (line.splits.length > 0 || line.transfer ? "-" : (line.categoryId ?? "")));
    if (id === undefined || id === "-") return null;
    return id === "" ? t.entries.uncategorised : (categories.value.get(id)?.name ?? null);
  }
  if (field === "account") return accounts.value.get(common(lines, (line) => line.accountId) ?? "")?.name ?? null;
  if (field === "payee") return common(lines, (line) => line.payee ?? "") || null;
  if (field === "status") {
    const status = common(lines, (line) => line.status);
    return status ? t.search.statuses[status] : null;
  }
  if (field === "date") return common(lines, (line) => line.date) ?? null;
  if (field !== "tags") return null;
  const [first, ...rest] = lines;
  const shared = (first?.tags ?? []).filter((tag) => rest.every(({ tags }) => tags.includes(tag)));
  return shared.map((tag) => `#${tag}`).join(", ") || null;
}
