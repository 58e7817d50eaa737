import { useRef, useState } from "preact/hooks";
import type { Answer } from "../replica/index.ts";
import { user } from "../state/device.ts";
import { type Asked, ask, codeOf } from "../state/server.ts";
import { texts } from "../state/texts.ts";
import { Confirm } from "./confirm.tsx";
import { useFactorCode } from "./factor-code.tsx";
import { TextField } from "./field.tsx";

/**
 * Asks the server for what is hard to undo. Where it wants to know first that it is still the user, a sheet asks for their password, and
 * what was asked is asked again.
 */
export function useProven() {
  const [isAsking, setAsking] = useState(false);
  const answered = useRef<((isProven: boolean) => void) | null>(null);
  const close = (isProven: boolean) => {
    setAsking(false);
    answered.current?.(isProven);
    answered.current = null;
  };
  const askProven = async <T,>(asked: Asked): Promise<Answer<T>> => {
    const first = await ask<T>(asked);
    if (first.ok || codeOf(first) !== "auth.proof-needed") return first;
    const isProven = await new Promise<boolean>((resolve) => {
      answered.current = resolve;
      setAsking(true);
    });
    return isProven ? ask<T>(asked) : first;
  };
  return { askProven, sheet: isAsking ? <Prove onClose={close} /> : null };
}

function Prove({ onClose }: { readonly onClose: (isProven: boolean) => void }) {
  const t = texts().factors;
  const [password, setPassword] = useState("");
  const code = useFactorCode();
  const isProven = useRef(false);
  const prove = async () => {
    const answer = await ask({ method: "POST", path: "me/reauthentication", body: { password, ...code.proof } });
    if (!answer.ok) return code.hear(answer);
    isProven.current = true;
    return null;
  };
  return (
    <Confirm title={t.prove} isDisabled={password === ""} onConfirm={prove} onClose={() => onClose(isProven.current)}>
      <p>{t.proveText}</p>
      {/* Password managers want to know whose it is. */}
      <input type="text" name="username" autocomplete="username" value={user.value?.email ?? ""} readOnly hidden />
      <TextField
        label={texts().profile.password}
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
