import { mdiContentCopy, mdiDownload } from "@mdi/js";
import { useState } from "preact/hooks";
import { user } from "../../state/device.ts";
import { saveText } from "../../state/save-file.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Switch } from "../../ui/field.tsx";
import { Flow, Stack } from "../../ui/stack.tsx";
import s from "./factors.module.css";

/** The codes are shown now and never again: it closes once somebody says that they are kept. */
export function RecoveryCodes({ codes, onSaved }: { readonly codes: readonly string[]; readonly onSaved: () => void }) {
  const t = texts().factors;
  const [isSaved, setSaved] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join("\n"));
    say({ text: t.copied });
  };
  const save = () =>
    saveText("mybudget-recovery-codes.txt", [t.fileTitle(user.value?.email ?? ""), "", ...codes, ""].join("\n"));
  return (
    <Dialog
      title={t.recovery}
      onClose={() => isSaved && onSaved()}
      actions={
        <Button action="codes-saved" disabled={!isSaved} onClick={onSaved}>
          {t.done}
        </Button>
      }
    >
      <Stack>
        <p>{t.recoveryText}</p>
        <ul class={s.codes} data-codes>
          {codes.map((code) => (
            <li key={code}>
              <bdi>{code}</bdi>
            </li>
          ))}
        </ul>
        <Flow>
          <Button look="outlined" icon={mdiContentCopy} action="copy-codes" onClick={() => void copy()}>
            {t.copy}
          </Button>
          <Button look="outlined" icon={mdiDownload} action="save-codes" onClick={save}>
            {t.download}
          </Button>
        </Flow>
        <Switch label={t.saved} checked={isSaved} onSwitch={setSaved} />
      </Stack>
    </Dialog>
  );
}
