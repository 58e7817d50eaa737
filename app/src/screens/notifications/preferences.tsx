import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../../replica/index.ts";
import { ask, type Schemas, useServer } from "../../state/server.ts";
import { texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import { Failed } from "../../ui/failed.tsx";
import { Switch } from "../../ui/field.tsx";
import { Stack } from "../../ui/stack.tsx";
import { Devices } from "./devices.tsx";
import { Kinds } from "./kinds.tsx";
import s from "./notifications.module.css";
import { PushHere } from "./push-here.tsx";

export type Wishes = Schemas["PreferencesView"];

const NIGHT = { from: "22:00", to: "07:00" };

/** What is to be told, and where. Each change is sent at once; one that was not taken is shown as it was. */
export function Preferences() {
  const t = texts().notifications;
  const { value, failure, reload } = useServer<Wishes>("notification-preferences");
  const [wishes, setWishes] = useState<Wishes | null>(null);
  const [refused, setRefused] = useState<Failure | null>(null);
  useEffect(() => {
    if (value) setWishes(value);
  }, [value]);
  const change = async (part: Partial<Wishes>) => {
    if (!wishes) return;
    const before = wishes;
    const next = { ...wishes, ...part };
    setWishes(next);
    const { quietHours, ...rest } = next;
    const body = { ...rest, ...(quietHours ? { quietHours } : {}) };
    const answer = await ask<Wishes>({ method: "PUT", path: "notification-preferences", body });
    setRefused(answer.ok ? null : answer);
    setWishes(answer.ok ? answer.value : before);
  };
  return (
    <>
      <PushHere />
      {(refused ?? failure) && <Failed failure={(refused ?? failure) as Failure} onAgain={reload} />}
      {wishes && (
        <>
          <Card>
            <Stack>
              <Switch label={t.sendsAll} checked={wishes.enabled} onSwitch={(enabled) => void change({ enabled })} />
              <Switch
                label={t.hideAmounts}
                hint={t.hideAmountsHint}
                checked={wishes.hideAmounts}
                onSwitch={(hideAmounts) => void change({ hideAmounts })}
              />
              <Switch
                label={t.quiet}
                hint={t.quietHint}
                checked={wishes.quietHours != null}
                onSwitch={(on) => void change({ quietHours: on ? NIGHT : null })}
              />
              {wishes.quietHours && (
                <Hours hours={wishes.quietHours} onHours={(quietHours) => void change({ quietHours })} />
              )}
              <p class={s.hint}>
                <a href="/profile">{t.zone}</a>
              </p>
            </Stack>
          </Card>
          <Kinds kinds={wishes.kinds} onKinds={(kinds) => void change({ kinds })} />
        </>
      )}
      <Devices />
    </>
  );
}

interface HoursProps {
  readonly hours: Schemas["QuietHours"];
  readonly onHours: (hours: Schemas["QuietHours"]) => void;
}

function Hours({ hours, onHours }: HoursProps) {
  const t = texts().notifications;
  return (
    <div class={s.hours}>
      {(["from", "to"] as const).map((end) => (
        <label key={end} class={s.hour}>
          {t[end]}
          <input
            type="time"
            value={hours[end].slice(0, 5)}
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (value !== "") onHours({ ...hours, [end]: value });
            }}
          />
        </label>
      ))}
    </div>
  );
}
