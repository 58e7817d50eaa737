import { shown } from "../../amounts/shown.ts";
import { WEEK_STARTS, weekdayName } from "../../dates/weekdays.ts";
import { reference } from "../../state/reference.ts";
import {
  type Contrast,
  contrast,
  formats,
  hidesAmounts,
  type Language,
  language,
  locale,
  type Theme,
  textSize,
  theme,
  weekStart,
} from "../../state/settings.ts";
import { speak, texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Card } from "../../ui/card.tsx";
import { Choice, Switch } from "../../ui/field.tsx";
import { Stack } from "../../ui/stack.tsx";
import { FORMAT_CHOICES } from "../first-steps/formats.ts";
import { Options } from "./options.tsx";

const THEMES: readonly Theme[] = ["system", "light", "dark", "black"];
const SIZES = [90, 100, 115, 130, 150, 200] as const;

/** How the app looks, and how it writes. */
export function LookCard() {
  const t = texts().settings;
  const names = new Intl.DisplayNames(language.value, { type: "language" });
  const sample = texts().firstSteps.currency.sample(
    shown(123456789, reference.value?.currency ?? "EUR", locale.value),
    new Date(`${today.value}T00:00:00Z`).toLocaleDateString(locale.value, { timeZone: "UTC" }),
  );
  return (
    <Card title={t.look}>
      <Stack>
        <Choice label={t.theme} name="theme" value={theme.value} onChoice={(value) => (theme.value = value as Theme)}>
          <Options chosen={theme.value} all={THEMES.map((one) => [one, t.themes[one]])} />
        </Choice>
        <Switch
          label={t.contrast}
          hint={t.contrastHint}
          checked={contrast.value === "high"}
          onSwitch={(on) => {
            contrast.value = (on ? "high" : "normal") satisfies Contrast;
          }}
        />
        <Choice
          label={t.textSize}
          name="text-size"
          value={String(textSize.value)}
          onChoice={(value) => (textSize.value = Number(value))}
        >
          <Options chosen={String(textSize.value)} all={SIZES.map((one) => [String(one), `${one} %`])} />
        </Choice>
        <Choice
          label={t.language}
          name="language"
          value={language.value}
          onChoice={(value) => void speak(value as Language)}
        >
          <Options
            chosen={language.value}
            all={[
              ["en", "English"],
              ["ru", "Русский"],
            ]}
          />
        </Choice>
        <Choice
          label={t.formats}
          name="formats"
          value={formats.value ?? ""}
          hint={sample}
          onChoice={(value) => (formats.value = value === "" ? null : value)}
        >
          <Options
            chosen={formats.value ?? ""}
            all={[
              ["", texts().firstSteps.currency.asLanguage],
              ...FORMAT_CHOICES.map((one) => [one, names.of(one) ?? one] as const),
            ]}
          />
        </Choice>
        <Choice
          label={texts().firstSteps.currency.weekStart}
          name="week-start"
          value={String(weekStart.value ?? "")}
          onChoice={(value) => (weekStart.value = value === "" ? null : Number(value))}
        >
          <Options
            chosen={String(weekStart.value ?? "")}
            all={[
              ["", texts().firstSteps.currency.asLanguage],
              ...WEEK_STARTS.map((day) => [String(day), weekdayName(day, language.value)] as const),
            ]}
          />
        </Choice>
        <Switch
          label={t.hideAmounts}
          hint={t.hideAmountsHint}
          checked={hidesAmounts.value}
          onSwitch={(on) => {
            hidesAmounts.value = on;
          }}
        />
      </Stack>
    </Card>
  );
}
