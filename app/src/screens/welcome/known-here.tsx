import { mdiAccountOutline } from "@mdi/js";
import { users } from "../../state/device.ts";
import { switchTo } from "../../state/switch.ts";
import { texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import { Badge, Row } from "../../ui/row.tsx";

/** Who has copies on this device, which are there without a connection, too. */
export function KnownHere() {
  return (
    <Card title={texts().welcome.here}>
      {users.value.map(({ id, email, displayName }) => (
        <Row
          key={id}
          action="switch-user"
          lead={<Badge path={mdiAccountOutline} />}
          title={displayName || texts().welcome.noAccount}
          note={email}
          onPress={() => switchTo(id)}
        />
      ))}
    </Card>
  );
}
