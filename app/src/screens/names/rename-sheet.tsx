import { useState } from "preact/hooks";
import { keyOf, type NameKind, renamed, type Telling, type Told } from "../../names/told.ts";
import { actWithUndo } from "../../state/act.ts";
import { texts } from "../../state/texts.ts";
import { Button, Chip } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { useOnce } from "../../ui/once.ts";
import { Flow, Stack } from "../../ui/stack.tsx";

interface RenameSheetProps {
  readonly kind: NameKind;
  readonly told: Told;
  readonly all: readonly Told[];
  readonly entries: readonly Telling[];
  readonly onClose: () => void;
}

/** Another name wherever it stands: told beforehand how many entries that changes, and taken back in one. */
export function RenameSheet({ kind, told, all, entries, onClose }: RenameSheetProps) {
  const t = texts().names;
  const [name, setName] = useState(told.name);
  const [isAsked, setAsked] = useState(false);
  const given = kind === "tag" ? name.trim().replace(/^#+/, "") : name.trim();
  const { commands, skipped } = renamed(kind, told.key, given, entries);
  const removal = kind === "tag" ? renamed(kind, told.key, null, entries).commands : [];
  const other = all.find(({ key }) => key === keyOf(given) && key !== told.key);
  const fault = given === "" ? t.nameMissing : kind === "tag" && /[\s,#]/.test(given) ? t.tagFault : null;
  const save = useOnce(async () => {
    setAsked(true);
    if (fault) return;
    onClose();
    if (commands.length > 0) await actWithUndo(t.renamed(told.name, given), ...commands);
  });
  const remove = useOnce(async () => {
    onClose();
    await actWithUndo(t.removed(told.name, removal.length), ...removal);
  });
  return (
    <Dialog
      title={t.rename(told.name)}
      look="sheet"
      onClose={onClose}
      actions={
        <>
          {removal.length > 0 && (
            <Button look="text" action="remove-everywhere" onClick={() => void remove()}>
              {t.remove(removal.length)}
            </Button>
          )}
          <Button look="text" action="cancel" onClick={onClose}>
            {texts().common.cancel}
          </Button>
          <Button action="save" onClick={() => void save()}>
            {t.save}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <TextField
            label={t.newName}
            value={name}
            maxLength={kind === "payee" ? 200 : 50}
            autocomplete="off"
            autocapitalize={kind === "tag" ? "none" : "sentences"}
            enterkeyhint="done"
            fault={isAsked ? fault : null}
            onText={setName}
          />
          {told.otherSpellings.length > 0 && (
            <div>
              <p>{t.spellings}</p>
              <Flow>
                {[told.name, ...told.otherSpellings].map((one) => (
                  <Chip key={one} action="spelling" selected={one === given} onClick={() => setName(one)}>
                    {one}
                  </Chip>
                ))}
              </Flow>
            </div>
          )}
          {!fault && (
            <div role="status">
              <p data-preview={commands.length}>{commands.length > 0 ? t.everywhere(commands.length) : t.unchanged}</p>
              {skipped > 0 && <p>{t.skipped(skipped)}</p>}
              {other && <p>{t.joins(other.name)}</p>}
            </div>
          )}
        </Stack>
      </form>
    </Dialog>
  );
}
