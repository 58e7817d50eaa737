import { mdiChevronRight, mdiFileCheckOutline, mdiFileUndoOutline } from "@mdi/js";
import { timeShown } from "../../dates/shown.ts";
import { useRead } from "../../state/read.ts";
import { texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Row } from "../../ui/row.tsx";
import s from "./import.module.css";

/** Imports of the ledger, newest first; from this device. */
export function EarlierImports() {
  const t = texts().imports;
  const all = useRead((replica) => replica.all("import"));
  if (!all) return null;
  const sorted = [...all].sort((left, right) => (left.createdAt < right.createdAt ? 1 : -1));
  return (
    <Card title={t.earlier}>
      {sorted.length === 0 && <p class={s.hint}>{t.noneEarlier}</p>}
      {sorted.map(({ id, fileName, format, imported, createdAt, undoneAt }) => (
        <Row
          key={id}
          href={`/imports/${id}`}
          action="open-import"
          lead={<Icon path={undoneAt ? mdiFileUndoOutline : mdiFileCheckOutline} />}
          title={fileName ?? format}
          note={undoneAt ? t.undoneAt(timeShown(undoneAt)) : t.importedNote(timeShown(createdAt), imported)}
          end={<Icon path={mdiChevronRight} />}
        />
      ))}
    </Card>
  );
}
