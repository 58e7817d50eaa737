import { useState } from "preact/hooks";
import type { Failure } from "../../replica/index.ts";
import { user } from "../../state/device.ts";
import { saidOf } from "../../state/refusals.ts";
import { ask } from "../../state/server.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { useFactorCode } from "../../ui/factor-code.tsx";
import { Failed } from "../../ui/failed.tsx";
import { TextField } from "../../ui/field.tsx";
import { Stack } from "../../ui/stack.tsx";

export function ChangePassword() {
  const t = texts().profile;
  const [currentPassword, setCurrent] = useState("");
  const [newPassword, setNew] = useState("");
  const code = useFactorCode();
  const [failure, setFailure] = useState<Failure | null>(null);
  const wrong = saidOf(failure, "currentPassword", ["auth.wrong-password"]);
  const weak = saidOf(failure, "newPassword");
  const change = async (event: Event) => {
    event.preventDefault();
    const body = { currentPassword, newPassword, ...code.proof };
    const answer = await ask({ method: "POST", path: "auth/password/change", body });
    setFailure(answer.ok ? null : code.hear(answer));
    if (!answer.ok) return;
    setCurrent("");
    setNew("");
    say({ text: t.passwordChanged });
  };
  return (
    <Card title={t.password}>
      <form onSubmit={(event) => void change(event)} noValidate>
        <Stack>
          {/* Password managers want to know whose it is. */}
          <input type="text" name="username" autocomplete="username" value={user.value?.email ?? ""} readOnly hidden />
          <TextField
            label={t.currentPassword}
            type="password"
            name="currentPassword"
            autocomplete="current-password"
            value={currentPassword}
            fault={wrong}
            onText={setCurrent}
          />
          <TextField
            label={t.newPassword}
            type="password"
            name="newPassword"
            autocomplete="new-password"
            hint={t.passwordHint}
            value={newPassword}
            fault={weak}
            onText={setNew}
          />
          {code.field}
          {failure && !wrong && !weak && <Failed failure={failure} />}
          <Button
            type="submit"
            look="tonal"
            action="change-password"
            disabled={currentPassword === "" || newPassword === ""}
          >
            {t.changePassword}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
