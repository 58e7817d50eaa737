import { useState } from "preact/hooks";
import type { Failure } from "../../replica/index.ts";
import { ask } from "../../state/server.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Failed } from "../../ui/failed.tsx";
import { TextField } from "../../ui/field.tsx";
import { Flow, Stack } from "../../ui/stack.tsx";

/** The code that was mailed proves that the address is the user's. */
export function ConfirmAddress({ onConfirmed }: { readonly onConfirmed: () => void }) {
  const t = texts().profile;
  const [code, setCode] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const confirm = async (event: Event) => {
    event.preventDefault();
    const answer = await ask({ method: "POST", path: "auth/verify-email", body: { code: code.replace(/\s/g, "") } });
    setFailure(answer.ok ? null : answer);
    if (!answer.ok) return;
    say({ text: t.confirmed });
    onConfirmed();
  };
  const resend = async () => {
    const answer = await ask({ method: "POST", path: "auth/verify-email/resend" });
    setFailure(answer.ok ? null : answer);
    if (answer.ok) say({ text: t.resent });
  };
  return (
    <form onSubmit={(event) => void confirm(event)} noValidate>
      <Stack>
        <TextField
          label={t.code}
          name="code"
          autocomplete="one-time-code"
          autocapitalize="none"
          value={code}
          onText={setCode}
        />
        {failure && <Failed failure={failure} />}
        <Flow>
          <Button type="submit" look="tonal" action="confirm-address" disabled={code.trim() === ""}>
            {t.confirm}
          </Button>
          <Button look="text" action="resend-code" onClick={() => void resend()}>
            {t.resend}
          </Button>
        </Flow>
      </Stack>
    </form>
  );
}
