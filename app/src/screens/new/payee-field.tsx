import { useState } from "preact/hooks";
import { payeesLike } from "../../prediction/predict.ts";
import { ledger } from "../../state/device.ts";
import { isWriteOnly } from "../../state/lock.ts";
import { readPack } from "../../state/pack.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Chip } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Flow } from "../../ui/stack.tsx";

/** Who was paid; those that were paid before are offered. */
export function PayeeField({ payee, onPayee }: { readonly payee: string; readonly onPayee: (payee: string) => void }) {
  const t = texts().newEntry;
  const [isOpen, setOpen] = useState(false);
  const facts = readPack(ledger.value?.id ?? "")?.facts ?? [];
  const offered =
    isOpen && payee.trim() !== "" && !isWriteOnly.value
      ? payeesLike(facts, payee, today.value).filter((one) => one !== payee)
      : [];
  return (
    <>
      <TextField
        inline
        label={t.payee}
        value={payee}
        maxLength={200}
        autocomplete="off"
        enterkeyhint="done"
        onFocus={() => setOpen(true)}
        onText={onPayee}
      />
      {offered.length > 0 && (
        <Flow>
          {offered.map((one) => (
            <Chip
              key={one}
              action="choose-payee"
              onClick={() => {
                setOpen(false);
                onPayee(one);
              }}
            >
              {one}
            </Chip>
          ))}
        </Flow>
      )}
    </>
  );
}
