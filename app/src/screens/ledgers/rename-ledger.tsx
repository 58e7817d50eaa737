import { useState } from "preact/hooks";
import { act } from "../../state/act.ts";
import { changeLedger, type KnownLedger } from "../../state/device.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Confirm } from "../../ui/confirm.tsx";
import { TextField } from "../../ui/field.tsx";

/** Of the ledger on the screen; offline too. */
export function RenameLedger({ ledger, onClose }: { readonly ledger: KnownLedger; readonly onClose: () => void }) {
  const t = texts().ledgers;
  const [name, setName] = useState(ledger.name);
  const rename = async () => {
    const said = name.trim();
    await act({ type: "ledger.revise", data: { name: said } });
    // Begun here, it is created under its newest name.
    changeLedger(ledger.id, { name: said, ...(ledger.begunAs === undefined ? {} : { begunAs: said }) });
    say({ text: t.renamed });
    return null;
  };
  return (
    <Confirm
      title={t.rename}
      isDisabled={name.trim() === "" || name.trim() === ledger.name}
      onConfirm={rename}
      onClose={onClose}
    >
      <TextField label={t.name} name="ledger-name" value={name} maxLength={100} onText={setName} />
    </Confirm>
  );
}
