import { useState } from "preact/hooks";
import { pushState, subscribe, unsubscribe } from "../../push/subscribe.ts";
import type { Failure } from "../../replica/index.ts";
import { texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import { Failed } from "../../ui/failed.tsx";
import { Switch } from "../../ui/field.tsx";
import { Note } from "../../ui/note.tsx";
import { Stack } from "../../ui/stack.tsx";

/** Whether this device is notified; where it cannot be, why. */
export function PushHere() {
  const t = texts().notifications;
  const [state, setState] = useState(pushState);
  const [failure, setFailure] = useState<Failure | null>(null);
  const turn = async (on: boolean) => {
    setFailure(null);
    if (!on) {
      await unsubscribe();
      return setState(pushState());
    }
    const answer = await subscribe();
    if (typeof answer === "string") setState(answer);
    else setFailure(answer);
  };
  const why = state === "on" || state === "off" ? null : t.pushIs[state];
  return (
    <Card title={t.thisDevice}>
      <Stack>
        {state !== "unsupported" && (
          <Switch label={t.pushOn} hint={t.pushHint} checked={state === "on"} onSwitch={(on) => void turn(on)} />
        )}
        {why && <Note look="warning">{why}</Note>}
        {failure && <Failed failure={failure} />}
      </Stack>
    </Card>
  );
}
