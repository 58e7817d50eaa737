import { useState } from "preact/hooks";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";

const FEWEST = 4;

/** A new PIN, typed twice. */
export function PinDialog({ onPin, onClose }: { onPin: (pin: string) => Promise<void>; onClose: () => void }) {
  const t = texts().lock;
  const [pin, setPin] = useState("");
  const [again, setAgain] = useState("");
  const [isAsked, setAsked] = useState(false);
  const isShort = !/^\d+$/.test(pin) || pin.length < FEWEST;
  const save = () => {
    setAsked(true);
    if (!isShort && pin === again) void onPin(pin);
  };
  const field = { type: "password", inputMode: "numeric", autocomplete: "off", maxLength: 12 } as const;
  return (
    <Dialog
      title={t.choose}
      onClose={onClose}
      actions={
        <>
          <Button look="text" action="cancel" onClick={onClose}>
            {texts().common.cancel}
          </Button>
          <Button action="confirm" onClick={save}>
            {t.set}
          </Button>
        </>
      }
    >
      <TextField
        {...field}
        label={t.pin}
        name="new-pin"
        hint={t.pinHint}
        value={pin}
        fault={isAsked && isShort ? t.pinHint : null}
        onText={setPin}
      />
      <TextField
        {...field}
        label={t.again}
        name="new-pin-again"
        value={again}
        fault={isAsked && pin !== again ? t.differs : null}
        onText={setAgain}
      />
    </Dialog>
  );
}
