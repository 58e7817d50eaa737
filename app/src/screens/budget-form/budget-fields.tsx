import { useState } from "preact/hooks";
import { type BudgetFault, type BudgetForm, faultsIn, MOST_EVERY } from "../../budgets/form.ts";
import { texts } from "../../state/texts.ts";
import { AmountField } from "../../ui/amount-field.tsx";
import { Button, Chip } from "../../ui/button.tsx";
import { Choice, TextField } from "../../ui/field.tsx";
import { useOnce } from "../../ui/once.ts";
import { Flow, Stack } from "../../ui/stack.tsx";
import { DayField, NameField } from "../../ui/usual-fields.tsx";
import s from "./budget-form.module.css";
import { CategoriesChoice } from "./categories-choice.tsx";
import { MoreFields } from "./more-fields.tsx";

/** Of an amount that was changed: for which periods it is meant. */
interface AmountScope {
  readonly range: string;
  readonly onlyPeriod: boolean;
  readonly onOnly: (only: boolean) => void;
}

interface BudgetFieldsProps {
  readonly form: BudgetForm;
  /** Names that are taken. */
  readonly others: readonly string[];
  readonly onChange: (part: Partial<BudgetForm>) => void;
  readonly onSave: () => Promise<void>;
  readonly scope?: AmountScope | undefined;
}

const PERIODS = ["week", "month", "quarter", "year", "once"] as const;

export function BudgetFields({ form, others, onChange, onSave, scope }: BudgetFieldsProps) {
  const t = texts().budgetForm;
  const [isAsked, setAsked] = useState(false);
  const faults = faultsIn(form, others);
  const most = MOST_EVERY[form.period];
  const said = (fault: BudgetFault, text: string) => (isAsked && faults.has(fault) ? text : null);
  const save = useOnce(async (_: Event) => {
    setAsked(true);
    if (faults.size > 0) return false;
    await onSave();
    return true;
  });
  return (
    <form onSubmit={save}>
      <Stack>
        <NameField
          value={form.name}
          fault={said("name", t.faults.name) ?? said("nameTaken", t.faults.nameTaken)}
          onName={(name) => onChange({ name })}
        />
        <AmountField
          label={t.amount}
          name="amount"
          currency={form.currency}
          minor={form.amount}
          fault={said("amount", t.faults.amount)}
          onMinor={(amount) => onChange({ amount })}
        />
        {scope && (
          <fieldset class={s.fieldset}>
            <legend class={s.legend}>
              {t.from} · {t.meant(scope.range)}
            </legend>
            <Flow>
              <Chip action="from-now-on" selected={!scope.onlyPeriod} onClick={() => scope.onOnly(false)}>
                {t.fromNowOn}
              </Chip>
              <Chip action="only-period" selected={scope.onlyPeriod} onClick={() => scope.onOnly(true)}>
                {t.onlyPeriod}
              </Chip>
            </Flow>
          </fieldset>
        )}
        <div class={s.pair}>
          <Choice
            label={t.period}
            name="period"
            value={form.period}
            onChoice={(period) => onChange({ period, every: period in MOST_EVERY ? form.every : "1" })}
          >
            {PERIODS.map((period) => (
              <option key={period} value={period} selected={period === form.period}>
                {t.periods[period]}
              </option>
            ))}
          </Choice>
          {most !== undefined && (
            <TextField
              label={t.every[form.period as keyof typeof t.every]}
              name="every"
              inputMode="decimal"
              value={form.every}
              fault={said("every", t.faults.every(most))}
              onText={(every) => onChange({ every })}
            />
          )}
          <DayField
            label={t.starts}
            name="starts-on"
            value={form.startsOn}
            fault={said("startsOn", t.faults.startsOn)}
            onDay={(startsOn) => onChange({ startsOn })}
          />
          {form.period === "once" && (
            <DayField
              label={t.ends}
              name="ends-on"
              value={form.endsOn}
              fault={said("endsOn", t.faults.endsOn)}
              onDay={(endsOn) => onChange({ endsOn })}
            />
          )}
        </div>
        <CategoriesChoice chosen={form.categoryIds} onChoice={(categoryIds) => onChange({ categoryIds })} />
        <MoreFields form={form} onChange={onChange} said={said} isAsked={isAsked && faults.size > 0} />
        <Button type="submit" action="save" wide>
          {t.save}
        </Button>
      </Stack>
    </form>
  );
}
