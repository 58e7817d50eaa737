import { timeShown } from "../../dates/shown.ts";
import { ask, type Schemas, useServer } from "../../state/server.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Line } from "../../ui/line.tsx";
import { Row } from "../../ui/row.tsx";

/** All devices of the user that notifications go to. */
export function Devices() {
  const t = texts().notifications;
  const { value, reload } = useServer<{ items: readonly Schemas["DeviceView"][] }>("devices");
  if (!value || value.items.length === 0) return null;
  const forget = async (id: string) => {
    await ask({ method: "DELETE", path: `devices/${encodeURIComponent(id)}` });
    reload();
  };
  return (
    <Card title={t.devices}>
      {value.items.map(({ installationId, name, platform, lastSeenAt }) => (
        <Line
          key={installationId}
          end={
            <Button look="text" action="forget-device" onClick={() => void forget(installationId)}>
              {t.forgetDevice}
            </Button>
          }
        >
          <Row title={name ?? platform} note={t.seen(timeShown(lastSeenAt))} />
        </Line>
      ))}
    </Card>
  );
}
