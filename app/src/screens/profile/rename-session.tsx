import { useState } from "preact/hooks";
import { ask, type Schemas } from "../../state/server.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Confirm } from "../../ui/confirm.tsx";
import { TextField } from "../../ui/field.tsx";

/** What this device is called in the list, of all of the user's devices. */
export function RenameSession({
  session,
  onDone,
  onClose,
}: {
  readonly session: Schemas["Session"];
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const t = texts().profile;
  const [name, setName] = useState(session.device ?? "");
  const rename = async () => {
    const answer = await ask({ method: "PUT", path: `me/sessions/${session.id}/device`, body: { name } });
    if (!answer.ok) return answer;
    say({ text: t.deviceRenamed });
    onDone();
    return null;
  };
  return (
    <Confirm title={t.rename} isDisabled={name.trim() === ""} onConfirm={rename} onClose={onClose}>
      <TextField label={t.nameDevice} name="device-name" value={name} maxLength={200} onText={setName} />
    </Confirm>
  );
}
