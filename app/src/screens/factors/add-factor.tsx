import { mdiContentCopy } from "@mdi/js";
import { useState } from "preact/hooks";
import type { Failure } from "../../replica/index.ts";
import { ask, type Schemas } from "../../state/server.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { AppCode } from "../../ui/factor-code.tsx";
import { Failed } from "../../ui/failed.tsx";
import { useOnce } from "../../ui/once.ts";
import { Qr } from "../../ui/qr.tsx";
import { Flow, Stack } from "../../ui/stack.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import s from "./factors.module.css";

interface AddFactorProps {
  readonly begun: Schemas["BegunFactor"];
  /** With the recovery codes that came with the first one. */
  readonly onAdded: (codes: readonly string[] | null) => void;
  readonly onClose: () => void;
}

/** Shows the secret to the app that will make the codes, and asks for its first one. */
export function AddFactor({ begun, onAdded, onClose }: AddFactorProps) {
  const t = texts().factors;
  const [code, setCode] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const copy = async () => {
    await navigator.clipboard.writeText(begun.secret);
    say({ text: t.copied });
  };
  const confirm = useOnce(async (event: Event) => {
    event.preventDefault();
    const path = `me/factors/${begun.id}/confirmation`;
    const answer = await ask<Schemas["ConfirmedFactor"]>({ method: "POST", path, body: { code } });
    setFailure(answer.ok ? null : answer);
    if (answer.ok) onAdded(answer.value.recoveryCodes ?? null);
  });
  return (
    <Dialog
      title={t.add}
      onClose={onClose}
      actions={
        <>
          <Button look="text" action="cancel" onClick={onClose}>
            {texts().common.cancel}
          </Button>
          <Button action="confirm-factor" disabled={code.trim() === ""} onClick={(event) => void confirm(event)}>
            {t.confirm}
          </Button>
        </>
      }
    >
      <form noValidate onSubmit={confirm}>
        <Stack>
          <p>{t.scan}</p>
          <Qr text={begun.uri} label={t.qr} />
          <p>{t.orType}</p>
          <bdi class={s.secret}>{begun.secret.match(/.{1,4}/g)?.join(" ")}</bdi>
          <Flow>
            <Button look="outlined" icon={mdiContentCopy} action="copy-secret" onClick={() => void copy()}>
              {t.copy}
            </Button>
            <TextLink href={begun.uri} action="open-authenticator">
              {t.openApp}
            </TextLink>
          </Flow>
          <AppCode hint={t.firstCodeHint} code={code} onCode={setCode} />
        </Stack>
        {/* Enter sends the form; its buttons are those of the dialog. */}
        <button type="submit" hidden disabled={code.trim() === ""} />
      </form>
      {failure && <Failed failure={failure} />}
    </Dialog>
  );
}
