import { useState } from "preact/hooks";
import type { Failure } from "../../replica/index.ts";
import { askUnsigned } from "../../state/connection.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Failed } from "../../ui/failed.tsx";
import { TextField } from "../../ui/field.tsx";
import { Note } from "../../ui/note.tsx";

/** A new password by a mailed code; what the server says of the address is the same whether it knows it or not. */
export function Forgotten({ email: given, onClose }: { readonly email: string; readonly onClose: () => void }) {
  const t = texts().profile;
  const [email, setEmail] = useState(given);
  const [isSent, setSent] = useState(false);
  const [code, setCode] = useState("");
  const [newPassword, setNew] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const sendCode = async () => {
    const answer = await askUnsigned({ method: "POST", path: "auth/password/forgot", body: { email } });
    setFailure(answer.ok ? null : answer);
    setSent(answer.ok);
  };
  const reset = async () => {
    const body = { email, code: code.trim(), newPassword };
    const answer = await askUnsigned({ method: "POST", path: "auth/password/reset", body });
    setFailure(answer.ok ? null : answer);
    if (!answer.ok) return;
    say({ text: t.passwordSet });
    onClose();
  };
  return (
    <Dialog
      title={texts().welcome.forgot}
      onClose={onClose}
      actions={
        <>
          <Button look="text" action="cancel" onClick={onClose}>
            {texts().common.cancel}
          </Button>
          {isSent ? (
            <Button
              action="set-password"
              disabled={code.trim() === "" || newPassword === ""}
              onClick={() => void reset()}
            >
              {t.setPassword}
            </Button>
          ) : (
            <Button action="send-code" disabled={email.trim() === ""} onClick={() => void sendCode()}>
              {t.sendCode}
            </Button>
          )}
        </>
      }
    >
      {isSent ? <Note look="good">{t.codeSent}</Note> : <p>{t.forgotHint}</p>}
      <TextField
        label={t.email}
        type="email"
        name="forgotten-email"
        autocomplete="username"
        inputMode="email"
        autocapitalize="none"
        value={email}
        onText={setEmail}
      />
      {isSent && (
        <>
          <TextField label={t.code} name="code" autocomplete="one-time-code" value={code} onText={setCode} />
          <TextField
            label={t.newPassword}
            type="password"
            name="newPassword"
            autocomplete="new-password"
            value={newPassword}
            onText={setNew}
          />
        </>
      )}
      {failure && <Failed failure={failure} />}
    </Dialog>
  );
}
