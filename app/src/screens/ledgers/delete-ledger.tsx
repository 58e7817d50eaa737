import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { KnownLedger } from "../../state/device.ts";
import { forgetLedger } from "../../state/leave.ts";
import { ask } from "../../state/server.ts";
import { say } from "../../state/snack.ts";
import { pending } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { Confirm } from "../../ui/confirm.tsx";
import { useFactorCode } from "../../ui/factor-code.tsx";
import { TextField } from "../../ui/field.tsx";
import { Note } from "../../ui/note.tsx";

export function DeleteLedger({ ledger, onClose }: { readonly ledger: KnownLedger; readonly onClose: () => void }) {
  const t = texts().ledgers;
  const { route } = useLocation();
  const [password, setPassword] = useState("");
  const code = useFactorCode();
  const remove = async () => {
    const answer = await ask({ method: "DELETE", path: `ledgers/${ledger.id}`, body: { password, ...code.proof } });
    if (!answer.ok) return code.hear(answer);
    await forgetLedger(ledger);
    say({ text: t.deleted });
    route("/", true);
    return null;
  };
  return (
    <Confirm title={t.delete} isDanger isDisabled={password === ""} onConfirm={remove} onClose={onClose}>
      <p>
        <strong>{ledger.name}</strong>
      </p>
      <p>{t.deleteText}</p>
      {pending.value > 0 && <Note look="warning">{texts().settings.unsent(pending.value)}</Note>}
      <TextField
        label={t.password}
        type="password"
        name="password"
        autocomplete="current-password"
        value={password}
        onText={setPassword}
      />
      {code.field}
    </Confirm>
  );
}
