import { mdiDeleteOutline, mdiDownload, mdiRefresh } from "@mdi/js";
import { useState } from "preact/hooks";
import { timeShown } from "../dates/shown.ts";
import { canWrite } from "../state/ledgers.ts";
import { saveBlob } from "../state/save-file.ts";
import { texts } from "../state/texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Note } from "../ui/note.tsx";
import { isSeen, useContent } from "./content.ts";
import { nameOf } from "./named.ts";
import s from "./receipts.module.css";
import type { ShownReceipt } from "./shown.ts";

interface ViewerProps {
  readonly receipt: ShownReceipt;
  readonly entryId: string | null;
  /** @returns Why it could not be done, in words. */
  readonly onRemove: () => Promise<string | null>;
  readonly onRetry: () => Promise<void>;
  readonly onClose: () => void;
}

/** A receipt, whole, and what can be done with it. */
export function Viewer({ receipt, entryId, onRemove, onRetry, onClose }: ViewerProps) {
  const t = texts().receipts;
  const { name, kept, addedAt } = receipt;
  const { file, url, isAway } = useContent(receipt, entryId);
  const [fault, setFault] = useState<string | null>(null);
  const refused = kept?.refused;
  const remove = async () => {
    const why = await onRemove();
    setFault(why);
    if (why === null) onClose();
  };
  return (
    <Dialog
      title={name}
      onClose={onClose}
      actions={
        <>
          {canWrite.value && (
            <Button look="text" icon={mdiDeleteOutline} action="remove-receipt" onClick={() => void remove()}>
              {t.remove}
            </Button>
          )}
          {file && (
            <Button
              look="text"
              icon={mdiDownload}
              action="save-receipt"
              onClick={() => saveBlob(nameOf(name, file.type), file)}
            >
              {t.save}
            </Button>
          )}
          <Button action="close" onClick={onClose}>
            {texts().common.close}
          </Button>
        </>
      }
    >
      {url && isSeen(receipt) && <img class={s.whole} src={url} alt={t.picture(name)} />}
      {file && !isSeen(receipt) && <p>{t.pdf}</p>}
      {isAway && <Note>{t.away}</Note>}
      {typeof refused === "string" && (
        <Note look="warning">
          <p>{refused === "" ? t.entryGone : t.refused(refused)}</p>
          <div>
            <Button look="outlined" icon={mdiRefresh} action="retry-receipt" onClick={() => void onRetry()}>
              {t.retry}
            </Button>
          </div>
        </Note>
      )}
      {fault && <Note look="fault">{fault}</Note>}
      <p class={s.note}>{t.addedAt(timeShown(addedAt))}</p>
    </Dialog>
  );
}
