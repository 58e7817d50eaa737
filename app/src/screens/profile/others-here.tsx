import { mdiAccountPlusOutline, mdiAccountSwitchOutline } from "@mdi/js";
import { useLocation } from "preact-iso";
import { user, users } from "../../state/device.ts";
import { switchTo } from "../../state/switch.ts";
import { texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import { Badge, Row } from "../../ui/row.tsx";
import s from "./others-here.module.css";

/** Who else uses the app on this device; each has their own copies. */
export function OthersHere() {
  const t = texts().profile;
  const { route } = useLocation();
  const others = users.value.filter(({ id }) => id !== user.value?.id);
  const go = (id: string | null) => {
    switchTo(id);
    route(id === null ? "/" : "/sign-in", true);
  };
  return (
    <Card title={t.others}>
      <p class={s.hint}>{t.othersHint}</p>
      {others.map(({ id, email, displayName }) => (
        <Row
          key={id}
          action="switch-user"
          lead={<Badge path={mdiAccountSwitchOutline} />}
          title={displayName || texts().welcome.noAccount}
          note={email}
          onPress={() => go(id)}
        />
      ))}
      <Row
        action="another-user"
        lead={<Badge path={mdiAccountPlusOutline} />}
        title={t.another}
        onPress={() => go(null)}
      />
    </Card>
  );
}
