import { Screen } from "../../shell/screen.tsx";
import { NOBODY, user } from "../../state/device.ts";
import { formats, hidesAmounts, type Language, language, type Theme, theme } from "../../state/settings.ts";
import { speak, texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import { Choice, Switch } from "../../ui/field.tsx";
import { Stack } from "../../ui/stack.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { FORMAT_CHOICES } from "../first-steps/formats.ts";
import { SignOut } from "../profile/sign-out.tsx";

const THEMES: readonly Theme[] = ["system", "light", "dark", "black"];

export function Settings() {
  const t = texts().settings;
  const isLocal = user.value?.id === NOBODY;
  return (
    <Screen name="settings" title={t.title} up="/more">
      <Card title={t.look}>
        <Stack>
          <Choice
            label={t.theme}
            value={theme.value}
            onChoice={(value) => {
              theme.value = value as Theme;
            }}
          >
            {THEMES.map((one) => (
              <option key={one} value={one} selected={one === theme.value}>
                {t.themes[one]}
              </option>
            ))}
          </Choice>
          <Choice label={t.language} value={language.value} onChoice={(value) => void speak(value as Language)}>
            <option value="en" selected={language.value === "en"}>
              English
            </option>
            <option value="ru" selected={language.value === "ru"}>
              Русский
            </option>
          </Choice>
          <Choice
            label={t.formats}
            value={formats.value ?? ""}
            onChoice={(value) => {
              formats.value = value === "" ? null : value;
            }}
          >
            <option value="">{texts().firstSteps.currency.asLanguage}</option>
            {FORMAT_CHOICES.map((one) => (
              <option key={one} value={one} selected={one === formats.value}>
                {new Intl.DisplayNames(language.value, { type: "language" }).of(one)}
              </option>
            ))}
          </Choice>
          <Switch
            label={t.hideAmounts}
            checked={hidesAmounts.value}
            onSwitch={(on) => {
              hidesAmounts.value = on;
            }}
          />
        </Stack>
      </Card>
      <Card title={isLocal ? t.noAccount : (user.value?.email ?? "")}>
        <Stack>
          {isLocal && (
            <>
              <p>{t.noAccountText}</p>
              <TextLink href="/sign-in" action="open-register">
                {t.register}
              </TextLink>
            </>
          )}
          <TextLink href="/profile" action="open-profile">
            {texts().profile.title}
          </TextLink>
          <SignOut />
        </Stack>
      </Card>
    </Screen>
  );
}
