import { useState } from "preact/hooks";
import type { Failure } from "../../replica/index.ts";
import { changeUser, user } from "../../state/device.ts";
import { saidOf } from "../../state/refusals.ts";
import { ask, type Schemas } from "../../state/server.ts";
import { timeZone } from "../../state/settings.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Failed } from "../../ui/failed.tsx";
import { Choice, TextField } from "../../ui/field.tsx";
import { Stack } from "../../ui/stack.tsx";

interface MeProps {
  readonly me: Schemas["User"];
  readonly onSaved: () => void;
}

/** What the server knows of the user and they may change. */
export function Me({ me, onSaved }: MeProps) {
  const t = texts().profile;
  const [form, setForm] = useState({ displayName: me.displayName, locale: me.locale, timeZone: me.timeZone });
  const [failure, setFailure] = useState<Failure | null>(null);
  const changed = Object.entries(form).filter(([name, value]) => value !== me[name as keyof typeof form]);
  const zones = [...new Set([me.timeZone, timeZone(), "UTC"])];
  const save = async (event: Event) => {
    event.preventDefault();
    const body = Object.fromEntries(changed);
    const answer = await ask<Schemas["User"]>({ method: "PATCH", path: "me", body });
    setFailure(answer.ok ? null : answer);
    if (!answer.ok) return;
    if (user.value) changeUser(user.value.id, { displayName: answer.value.displayName });
    say({ text: t.saved });
    onSaved();
  };
  return (
    <Card title={me.email}>
      <form onSubmit={(event) => void save(event)} noValidate>
        <Stack>
          <TextField
            label={t.name}
            name="displayName"
            autocomplete="name"
            maxLength={100}
            value={form.displayName}
            fault={saidOf(failure, "displayName")}
            onText={(displayName) => setForm({ ...form, displayName })}
          />
          <Choice
            label={t.language}
            name="locale"
            value={form.locale}
            onChoice={(locale) => setForm({ ...form, locale })}
          >
            <option value="en" selected={form.locale === "en"}>
              English
            </option>
            <option value="ru" selected={form.locale === "ru"}>
              Русский
            </option>
          </Choice>
          <Choice
            label={t.timeZone}
            name="timeZone"
            value={form.timeZone}
            onChoice={(zone) => setForm({ ...form, timeZone: zone })}
          >
            {zones.map((zone) => (
              <option key={zone} value={zone} selected={zone === form.timeZone}>
                {zone === timeZone() ? t.thisZone(zone) : zone}
              </option>
            ))}
          </Choice>
          {failure && saidOf(failure, "displayName") === null && <Failed failure={failure} />}
          <Button type="submit" look="tonal" action="save" disabled={changed.length === 0}>
            {t.save}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
