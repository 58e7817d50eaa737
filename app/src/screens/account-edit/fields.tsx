import { COMMON_CURRENCIES, currencyName } from "../../amounts/currencies.ts";
import { language } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { AmountField } from "../../ui/amount-field.tsx";
import { Choice, Switch, TextField } from "../../ui/field.tsx";
import { Stack } from "../../ui/stack.tsx";
import { DayField, NameField } from "../../ui/usual-fields.tsx";
import { ACCOUNT_TYPES, type AccountForm, type AccountType, countsByItself, type Fault } from "./form.ts";

interface FieldsProps {
  readonly form: AccountForm;
  readonly isNew: boolean;
  readonly faults: ReadonlySet<Fault>;
  readonly onChange: (part: Partial<AccountForm>) => void;
}

export function Fields({ form, isNew, faults, onChange }: FieldsProps) {
  const t = texts().accounts;
  const faultOf = (...names: Fault[]) => {
    const found = names.find((name) => faults.has(name));
    return found ? t.faults[found] : null;
  };
  return (
    <Stack>
      <NameField value={form.name} fault={faultOf("name", "nameTaken")} onName={(name) => onChange({ name })} />
      <Choice
        label={t.type}
        name="type"
        value={form.type}
        onChoice={(value) => {
          const type = value as AccountType;
          onChange({ type, ...(isNew ? { onBudget: countsByItself(type) } : {}) });
        }}
      >
        {ACCOUNT_TYPES.map((one) => (
          <option key={one} value={one} selected={one === form.type}>
            {texts().accountTypes[one]}
          </option>
        ))}
      </Choice>
      {isNew && (
        <Choice
          label={t.currency}
          name="currency"
          hint={t.currencyHint}
          value={form.currency}
          onChoice={(currency) => onChange({ currency })}
        >
          {currencies(form.currency).map((code) => (
            <option key={code} value={code} selected={code === form.currency}>
              {code} · {currencyName(code, language.value)}
            </option>
          ))}
        </Choice>
      )}
      <AmountField
        key={form.currency}
        label={t.openingBalance}
        name="openingBalance"
        currency={form.currency}
        minor={form.openingBalance}
        hint={t.openingHint}
        fault={faultOf("openingBalance")}
        canOwe
        onMinor={(openingBalance) => onChange({ openingBalance })}
      />
      <DayField
        label={t.openedOn}
        name="openedOn"
        value={form.openedOn}
        hint={t.openedHint}
        fault={faultOf("openedOn")}
        onDay={(openedOn) => onChange({ openedOn })}
      />
      <Switch
        label={t.countsInBudgets}
        hint={t.countsHint}
        checked={form.onBudget}
        onSwitch={(onBudget) => onChange({ onBudget })}
      />
      <TextField
        label={t.iban}
        name="iban"
        value={form.iban}
        maxLength={60}
        autocapitalize="none"
        autocomplete="off"
        hint={t.ibanHint}
        fault={faultOf("iban")}
        onText={(iban) => onChange({ iban })}
      />
      <TextField label={t.note} name="note" value={form.note} maxLength={1000} onText={(note) => onChange({ note })} />
    </Stack>
  );
}

/** The usual ones first, then all that the browser has a name for. */
function currencies(chosen: string): readonly string[] {
  return [...new Set([chosen, ...COMMON_CURRENCIES, ...Intl.supportedValuesOf("currency")])];
}
