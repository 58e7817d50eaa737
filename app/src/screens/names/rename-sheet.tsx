import { useState } from "preact/hooks";
import { keyOf, type NameKind, renamed, type Told } from "../../names/told.ts";
import type { Entities } from "../../replica/index.ts";
import { actWithUndo } from "../../state/act.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";

interface RenameSheetProps {
  readonly kind: NameKind;
  readonly told: Told;
  readonly all: readonly Told[];
  readonly entries: readonly Entities["transaction"][];
  readonly onClose: () => void;
}

/** Another name wherever it stands: told beforehand how many entries that changes, and taken back in one. */
export function RenameSheet({ kind, told, all, entries, onClose }: RenameSheetProps) {
  const t = texts().names;
  const [name, setName] = useState(told.name);
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const given = name.trim();
  const { commands, skipped } = renamed(kind, told.key, given, entries);
  const other = all.find(({ key }) => key === keyOf(given) && key !== told.key);
  const fault = given === "" ? t.nameMissing : kind === "tag" && /[\s,#]/.test(given) ? t.tagFault : null;
  const save = async () => {
    setAsked(true);
    if (fault || isBusy) return;
    if (given === told.name) return onClose();
    setBusy(true);
    await actWithUndo(t.renamed(told.name, given), ...commands);
    onClose();
  };
  return (
    <Dialog
      title={t.rename(told.name)}
      look="sheet"
      onClose={onClose}
      actions={
        <>
          <Button look="text" action="cancel" onClick={onClose}>
            {texts().common.cancel}
          </Button>
          <Button action="save" disabled={isBusy} onClick={() => void save()}>
            {t.save}
          </Button>
        </>
      }
    >
      <TextField
        label={t.newName}
        value={name}
        maxLength={kind === "payee" ? 200 : 50}
        autocomplete="off"
        fault={isAsked ? fault : null}
        onText={setName}
      />
      <p>{t.everywhere(commands.length)}</p>
      {skipped > 0 && <p>{t.skipped(skipped)}</p>}
      {other && <p>{t.joins(other.name)}</p>}
    </Dialog>
  );
}
