import { COMMON_CURRENCIES } from "../../amounts/currencies.ts";
import type { BudgetFault, BudgetForm } from "../../budgets/form.ts";
import { openAccounts } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Chip } from "../../ui/button.tsx";
import { Choice, TextField } from "../../ui/field.tsx";
import { Flow, Stack } from "../../ui/stack.tsx";
import { DayField } from "../../ui/usual-fields.tsx";
import s from "./budget-form.module.css";

interface MoreFieldsProps {
  readonly form: BudgetForm;
  readonly onChange: (part: Partial<BudgetForm>) => void;
  readonly said: (fault: BudgetFault, text: string) => string | null;
  /** Unfolded where something in it may be wrong. */
  readonly isAsked: boolean;
}

const ROLLOVERS = ["none", "surplus", "deficit", "both"] as const;

/** What few people change. */
export function MoreFields({ form, onChange, said, isAsked }: MoreFieldsProps) {
  const t = texts().budgetForm;
  const currencies = new Set([
    form.currency,
    ...openAccounts.value.map(({ currency }) => currency as string),
    ...COMMON_CURRENCIES,
  ]);
  const isChosen = (id: string) => form.accountIds.includes(id);
  const toggle = (id: string) =>
    onChange({ accountIds: isChosen(id) ? form.accountIds.filter((one) => one !== id) : [...form.accountIds, id] });
  return (
    <details {...(isAsked ? { open: true } : {})}>
      <summary class={s.folded} data-action="more">
        {t.more}
      </summary>
      <Stack>
        <Choice
          label={t.rollover}
          name="rollover"
          value={form.rollover}
          onChoice={(rollover) => onChange({ rollover })}
        >
          {ROLLOVERS.map((rollover) => (
            <option key={rollover} value={rollover} selected={rollover === form.rollover}>
              {t.rollovers[rollover]}
            </option>
          ))}
        </Choice>
        <TextField
          label={t.thresholds}
          hint={t.thresholdsHint}
          name="thresholds"
          value={form.thresholds}
          fault={said("thresholds", t.faults.thresholds)}
          onText={(thresholds) => onChange({ thresholds })}
        />
        {form.period !== "once" && (
          <DayField
            label={t.ends}
            hint={t.endsHint}
            name="ends-on"
            value={form.endsOn}
            fault={said("endsOn", t.faults.endsOn)}
            onDay={(endsOn) => onChange({ endsOn })}
          />
        )}
        <Choice
          label={t.currency}
          name="currency"
          value={form.currency}
          onChoice={(currency) => onChange({ currency })}
        >
          {[...currencies].map((currency) => (
            <option key={currency} value={currency} selected={currency === form.currency}>
              {currency}
            </option>
          ))}
        </Choice>
        <fieldset class={s.fieldset}>
          <legend class={s.legend}>{t.accounts}</legend>
          <Flow>
            {openAccounts.value.map(({ id, name }) => (
              <Chip key={id} action="account" selected={isChosen(id)} onClick={() => toggle(id)}>
                {name}
              </Chip>
            ))}
          </Flow>
          <p class={s.note}>{t.accountsHint}</p>
        </fieldset>
      </Stack>
    </details>
  );
}
