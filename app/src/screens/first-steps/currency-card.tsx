import { COMMON_CURRENCIES, currencyName } from "../../amounts/currencies.ts";
import { shown } from "../../amounts/shown.ts";
import { WEEK_STARTS, weekdayName } from "../../dates/weekdays.ts";
import { formats, language, locale, weekStart } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { Choice } from "../../ui/field.tsx";
import { Stack } from "../../ui/stack.tsx";
import { FORMAT_CHOICES } from "./formats.ts";

interface CurrencyCardProps {
  readonly currency: string;
  readonly onCurrency: (currency: string) => void;
}

export function CurrencyCard({ currency, onCurrency }: CurrencyCardProps) {
  const t = texts().firstSteps.currency;
  const currencies = [...new Set([currency, ...COMMON_CURRENCIES])];
  return (
    <Stack>
      <Choice label={t.label} name="currency" value={currency} onChoice={onCurrency}>
        {currencies.map((code) => (
          <option key={code} value={code} selected={code === currency}>
            {code} · {currencyName(code, language.value)}
          </option>
        ))}
      </Choice>
      <Choice
        label={t.formats}
        name="formats"
        value={formats.value ?? ""}
        hint={t.sample(shown(123456789, currency, locale.value), new Date().toLocaleDateString(locale.value))}
        onChoice={(value) => {
          formats.value = value === "" ? null : value;
        }}
      >
        <option value="">{t.asLanguage}</option>
        {FORMAT_CHOICES.map((choice) => (
          <option key={choice} value={choice} selected={choice === formats.value}>
            {new Intl.DisplayNames(language.value, { type: "language" }).of(choice)} · {shown(123456, currency, choice)}
          </option>
        ))}
      </Choice>
      <Choice
        label={t.weekStart}
        name="week-start"
        value={String(weekStart.value ?? "")}
        onChoice={(value) => {
          weekStart.value = value === "" ? null : Number(value);
        }}
      >
        <option value="">{t.asLanguage}</option>
        {WEEK_STARTS.map((day) => (
          <option key={day} value={String(day)} selected={weekStart.value === day}>
            {weekdayName(day, language.value)}
          </option>
        ))}
      </Choice>
    </Stack>
  );
}
