import { useState } from "preact/hooks";
import { ledger } from "../../state/device.ts";
import { savedFilters } from "../../state/saved-filters.ts";
import { texts } from "../../state/texts.ts";
import { Button, Chip } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { Flow } from "../../ui/stack.tsx";

/** Gives what is looked for a name, by which it is one tap away from then on. */
export function SaveFilter({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  const { search: t, searchSheet: sheet } = texts();
  const [name, setName] = useState("");
  const id = ledger.value?.store ?? "";
  const saved = savedFilters.value[id] ?? [];
  const put = (filters: typeof saved) => {
    savedFilters.value = { ...savedFilters.value, [id]: filters };
  };
  const save = () => {
    const named = name.trim() || text;
    put([...saved.filter((one) => one.name !== named), { name: named, text }]);
    onClose();
  };
  return (
    <Dialog
      title={t.save}
      onClose={onClose}
      actions={
        <>
          <Button look="text" action="cancel" onClick={onClose}>
            {texts().common.cancel}
          </Button>
          <Button action="save" onClick={save}>
            {sheet.saveNow}
          </Button>
        </>
      }
    >
      <TextField
        label={sheet.name}
        hint={sheet.onlyHere}
        value={name}
        placeholder={text}
        maxLength={40}
        onText={setName}
      />
      {saved.length > 0 && (
        <>
          <p>{sheet.forget}</p>
          <Flow>
            {saved.map((one) => (
              <Chip key={one.name} action="forget-filter" onClick={() => put(saved.filter((other) => other !== one))}>
                {one.name}
              </Chip>
            ))}
          </Flow>
        </>
      )}
    </Dialog>
  );
}
