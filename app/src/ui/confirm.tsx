import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Failure } from "../replica/index.ts";
import { texts } from "../state/texts.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Failed } from "./failed.tsx";

interface ConfirmProps {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  /** Null where it is done. */
  readonly onConfirm: () => Promise<Failure | null>;
  readonly onClose: () => void;
}

/** Asks once before what cannot simply be undone, and stays with the reason where it could not be done. */
export function Confirm({ title, children, isDanger, isDisabled, onConfirm, onClose }: ConfirmProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    const failed = await onConfirm();
    setBusy(false);
    setFailure(failed);
    if (!failed) onClose();
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button look="text" action="cancel" onClick={onClose}>
            {texts().common.cancel}
          </Button>
          <Button
            look={isDanger ? "danger" : "filled"}
            action="confirm"
            disabled={isBusy || isDisabled === true}
            onClick={() => void confirm()}
          >
            {title}
          </Button>
        </>
      }
    >
      {children}
      {failure && <Failed failure={failure} />}
    </Dialog>
  );
}
