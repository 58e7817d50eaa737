import { useState } from "preact/hooks";
import { COMMON_CURRENCIES, currencyName } from "../../amounts/currencies.ts";
import { newId, realSurroundings } from "../../replica/index.ts";
import { ledger, user } from "../../state/device.ts";
import { beginLedger } from "../../state/ledgers.ts";
import { language } from "../../state/settings.ts";
import { say } from "../../state/snack.ts";
import { syncNow } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { Confirm } from "../../ui/confirm.tsx";
import { Choice, TextField } from "../../ui/field.tsx";

/** On the device first, like everything; it goes to the server when there is one. */
export function CreateLedger({ onClose }: { readonly onClose: () => void }) {
  const t = texts().ledgers;
  const [name, setName] = useState("");
  const [currency, setCurrency] = useState(ledger.value?.currency ?? "EUR");
  const create = async () => {
    if (!user.value) return null;
    await beginLedger({ id: newId(realSurroundings), name: name.trim(), currency });
    say({ text: t.created(name.trim()) });
    void syncNow();
    return null;
  };
  return (
    <Confirm title={t.create} isDisabled={name.trim() === ""} onConfirm={create} onClose={onClose}>
      <TextField label={t.name} name="ledger-name" value={name} maxLength={100} onText={setName} />
      <Choice label={t.currency} name="currency" hint={t.currencyHint} value={currency} onChoice={setCurrency}>
        {[...new Set([currency, ...COMMON_CURRENCIES])].map((code) => (
          <option key={code} value={code} selected={code === currency}>
            {code} · {currencyName(code, language.value)}
          </option>
        ))}
      </Choice>
    </Confirm>
  );
}
