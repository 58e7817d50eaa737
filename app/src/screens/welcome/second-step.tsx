import { useState } from "preact/hooks";
import type { Failure } from "../../replica/index.ts";
import { codeOf } from "../../state/server.ts";
import { type Along, finishLogIn } from "../../state/sign-in.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FactorCode } from "../../ui/factor-code.tsx";
import { Failed } from "../../ui/failed.tsx";
import { useOnce } from "../../ui/once.ts";

interface SecondStepProps {
  readonly challenge: string;
  readonly along: Along;
  readonly onSignedIn: () => void;
  readonly onClose: () => void;
}

/** The password was right, and the account has a second factor. */
export function SecondStep({ challenge, along, onSignedIn, onClose }: SecondStepProps) {
  const t = texts().factors;
  const [code, setCode] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const isOver = codeOf(failure) === "auth.challenge-ended";
  const finish = useOnce(async (event: Event) => {
    event.preventDefault();
    const answer = await finishLogIn(challenge, code, along);
    setFailure(answer.ok ? null : answer);
    if (answer.ok) onSignedIn();
  });
  const isReady = code.trim() !== "" && !isOver;
  return (
    <Dialog
      title={t.step}
      onClose={onClose}
      actions={
        <>
          <Button look="text" action="cancel" onClick={onClose}>
            {texts().common.cancel}
          </Button>
          <Button action="finish-sign-in" disabled={!isReady} onClick={(event) => void finish(event)}>
            {texts().welcome.signIn}
          </Button>
        </>
      }
    >
      <form noValidate onSubmit={finish}>
        <FactorCode code={code} onCode={setCode} />
        {/* Enter sends the form; its buttons are those of the dialog. */}
        <button type="submit" hidden disabled={!isReady} />
      </form>
      {failure && <Failed failure={failure} />}
    </Dialog>
  );
}
