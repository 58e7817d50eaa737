import { useState } from "preact/hooks";
import type { Failure } from "../replica/index.ts";
import { codeOf } from "../state/server.ts";
import { texts } from "../state/texts.ts";
import { Button } from "./button.tsx";
import { TextField } from "./field.tsx";
import { Stack } from "./stack.tsx";

interface AppCodeProps {
  readonly hint: string;
  readonly code: string;
  readonly onCode: (code: string) => void;
}

/** The code that an app shows. */
export function AppCode({ hint, code, onCode }: AppCodeProps) {
  return (
    <TextField
      label={texts().factors.code}
      hint={hint}
      name="code"
      autocomplete="one-time-code"
      inputMode="numeric"
      value={code}
      onText={onCode}
    />
  );
}

/** The code that an app shows, or a recovery code for who has no app at hand. */
export function FactorCode({ code, onCode }: { readonly code: string; readonly onCode: (code: string) => void }) {
  const t = texts().factors;
  const [isRecovery, setRecovery] = useState(false);
  const turn = () => {
    setRecovery(!isRecovery);
    onCode("");
  };
  return (
    <Stack>
      {/* Each is a field of its own, so that a phone brings up the right keys. */}
      {isRecovery ? (
        <TextField
          key="recovery"
          label={t.recoveryCode}
          hint={t.recoveryCodeHint}
          name="recovery-code"
          autocomplete="off"
          autocapitalize="none"
          value={code}
          onText={onCode}
        />
      ) : (
        <AppCode key="code" hint={t.codeHint} code={code} onCode={onCode} />
      )}
      <Button look="text" action="other-code" onClick={turn}>
        {isRecovery ? t.useCode : t.useRecoveryCode}
      </Button>
    </Stack>
  );
}

/** A code beside a password, shown once the server has asked for one. */
export function useFactorCode() {
  const [isNeeded, setNeeded] = useState(false);
  const [code, setCode] = useState("");
  return {
    /** What goes along with the password. */
    proof: code.trim() === "" ? {} : { code },
    /** To be told of each failure: one of them asks for the code. */
    hear(failure: Failure): Failure {
      if (codeOf(failure) === "auth.factor-code-needed") setNeeded(true);
      return failure;
    },
    field: isNeeded ? <FactorCode code={code} onCode={setCode} /> : null,
  };
}
