import { useState } from "preact/hooks";
import type { Failure } from "../../replica/index.ts";
import { askUnsigned } from "../../state/connection.ts";
import { saidOf } from "../../state/refusals.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Failed } from "../../ui/failed.tsx";
import { TextField } from "../../ui/field.tsx";
import { Note } from "../../ui/note.tsx";
import { Flow, Stack } from "../../ui/stack.tsx";

/** Who has signed in here before is not held up by what strangers try elsewhere: the cookie says so. */
const inCookie = { headers: { "X-MyBudget-Session": "cookie" }, credentials: "same-origin" } as const;

/** A new password by a mailed code; what the server says of the address is the same whether it knows it or not. */
export function Forgotten({ email: given, onClose }: { readonly email: string; readonly onClose: () => void }) {
  const t = texts().profile;
  const [email, setEmail] = useState(given);
  const [isSent, setSent] = useState(false);
  const [isAnew, setAnew] = useState(false);
  const [code, setCode] = useState("");
  const [newPassword, setNew] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const sendCode = async () => {
    const answer = await askUnsigned({ method: "POST", path: "auth/password/forgot", body: { email }, ...inCookie });
    setFailure(answer.ok ? null : answer);
    if (!answer.ok) return false;
    setCode("");
    setSent(true);
    return true;
  };
  const sendAnew = async () => {
    if (await sendCode()) setAnew(true);
  };
  const reset = async () => {
    const body = { email, code: code.replace(/\s/g, ""), newPassword };
    const answer = await askUnsigned({ method: "POST", path: "auth/password/reset", body, ...inCookie });
    setFailure(answer.ok ? null : answer);
    if (!answer.ok) return;
    say({ text: t.passwordSet });
    onClose();
  };
  const wrong = (field: string) => saidOf(failure, field);
  const isTold = ["email", "code", "newPassword"].some((field) => wrong(field) !== null);
  const isReady = isSent ? code.trim() !== "" && newPassword !== "" : email.trim() !== "";
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
            <Button action="set-password" disabled={!isReady} onClick={() => void reset()}>
              {t.setPassword}
            </Button>
          ) : (
            <Button action="send-code" disabled={!isReady} onClick={() => void sendCode()}>
              {t.sendCode}
            </Button>
          )}
        </>
      }
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void (isSent ? reset() : sendCode());
        }}
      >
        <Stack>
          {isSent ? (
            <Note look="good">
              <p role="status">{isAnew ? t.codeSentAnew : t.codeSent}</p>
            </Note>
          ) : (
            <p>{t.forgotHint}</p>
          )}
          <TextField
            label={t.email}
            type="email"
            name="forgotten-email"
            autocomplete="username"
            inputMode="email"
            autocapitalize="none"
            value={email}
            fault={wrong("email")}
            onText={setEmail}
          />
          {isSent && (
            <>
              <TextField
                label={t.code}
                name="code"
                autocomplete="one-time-code"
                value={code}
                fault={wrong("code")}
                onText={setCode}
              />
              <TextField
                label={t.newPassword}
                type="password"
                name="newPassword"
                autocomplete="new-password"
                hint={t.passwordHint}
                value={newPassword}
                fault={wrong("newPassword")}
                onText={setNew}
              />
              <Flow>
                <Button look="text" action="resend-code" disabled={email.trim() === ""} onClick={() => void sendAnew()}>
                  {t.resend}
                </Button>
              </Flow>
            </>
          )}
        </Stack>
        {/* Enter sends the form; its buttons are those of the dialog. */}
        <button type="submit" hidden disabled={!isReady} />
      </form>
      {failure && !isTold && <Failed failure={failure} />}
    </Dialog>
  );
}
