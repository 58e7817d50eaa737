import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Failure } from "../../replica/index.ts";
import { NOBODY, user } from "../../state/device.ts";
import { leave } from "../../state/leave.ts";
import { saveFile } from "../../state/save-file.ts";
import { ask } from "../../state/server.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { useFactorCode } from "../../ui/factor-code.tsx";
import { Failed } from "../../ui/failed.tsx";
import { TextField } from "../../ui/field.tsx";
import { useProven } from "../../ui/proven.tsx";
import { Stack } from "../../ui/stack.tsx";

/** What is kept about the user, to take along or to erase. */
export function YourData() {
  const t = texts().profile;
  const { route } = useLocation();
  const [failure, setFailure] = useState<Failure | null>(null);
  const code = useFactorCode();
  const { askProven, sheet } = useProven();
  const [isDeleting, setDeleting] = useState(false);
  const [password, setPassword] = useState("");
  const isAlone = user.value?.id === NOBODY;
  const save = async () => {
    const answer = await askProven({ method: "GET", path: "me/export", timeoutMs: 120_000 });
    setFailure(answer.ok ? null : answer);
    if (!answer.ok) return;
    saveFile(`mybudget-me-${new Date().toISOString().slice(0, 10)}.json`, answer.value);
    say({ text: t.exported });
  };
  const remove = async () => {
    const answer = await ask({ method: "DELETE", path: "me", body: { password, ...code.proof } });
    if (!answer.ok) return code.hear(answer);
    await leave();
    return null;
  };
  return (
    <Card title={t.data}>
      <Stack>
        {failure && <Failed failure={failure} />}
        {!isAlone && (
          <Button look="outlined" action="export-me" onClick={() => void save()}>
            {t.export}
          </Button>
        )}
        <Button look="outlined" action="go-export-ledger" onClick={() => route("/ledgers")}>
          {texts().ledgers.export}
        </Button>
        {!isAlone && (
          <Button look="text" action="delete-account" onClick={() => setDeleting(true)}>
            {t.delete}
          </Button>
        )}
      </Stack>
      {sheet}
      {isDeleting && (
        <Confirm
          title={t.delete}
          isDanger
          isDisabled={password === ""}
          onConfirm={remove}
          onClose={() => setDeleting(false)}
        >
          <p>{t.deleteText}</p>
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
      )}
    </Card>
  );
}
