import { mdiPlus } from "@mdi/js";
import { texts } from "../../state/texts.ts";
import { AmountField } from "../../ui/amount-field.tsx";
import { Button } from "../../ui/button.tsx";
import { Choice, TextField } from "../../ui/field.tsx";
import { Stack } from "../../ui/stack.tsx";
import { Unseen } from "../../ui/unseen.tsx";
import s from "./first-steps.module.css";
import type { AccountType, PlannedAccount } from "./plan.ts";

interface AccountsCardProps {
  readonly accounts: readonly PlannedAccount[];
  readonly currency: string;
  readonly onAccounts: (accounts: readonly PlannedAccount[]) => void;
}

const TYPES: readonly AccountType[] = ["cash", "checking", "savings", "creditCard"];

export function AccountsCard({ accounts, currency, onAccounts }: AccountsCardProps) {
  const t = texts().firstSteps.accounts;
  const change = (key: string, part: Partial<PlannedAccount>) =>
    onAccounts(accounts.map((account) => (account.key === key ? { ...account, ...part } : account)));
  return (
    <Stack>
      <p class={s.note}>{t.hint}</p>
      {accounts.map(({ key, name, type, balance }) => (
        <fieldset class={s.account} key={key}>
          <legend>
            <Unseen>{name || t.new}</Unseen>
          </legend>
          <TextField label={t.name} value={name} maxLength={100} onText={(text) => change(key, { name: text })} />
          <Choice label={t.type} value={type} onChoice={(value) => change(key, { type: value as AccountType })}>
            {TYPES.map((one) => (
              <option key={one} value={one} selected={one === type}>
                {texts().accountTypes[one]}
              </option>
            ))}
          </Choice>
          <AmountField
            label={t.balance}
            currency={currency}
            minor={balance}
            {...(type === "creditCard" ? { hint: t.owedHint } : {})}
            canOwe
            onMinor={(minor) => change(key, { balance: minor })}
          />
        </fieldset>
      ))}
      <Button
        look="outlined"
        icon={mdiPlus}
        action="add-account"
        onClick={() => onAccounts([...accounts, { key: `${accounts.length}`, name: "", type: "checking", balance: 0 }])}
      >
        {t.add}
      </Button>
    </Stack>
  );
}
