import { mdiCellphoneLink } from "@mdi/js";
import { useState } from "preact/hooks";
import { timeShown } from "../../dates/shown.ts";
import type { Failure } from "../../replica/index.ts";
import { ask, type Schemas, useServer } from "../../state/server.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Failed } from "../../ui/failed.tsx";
import { Line } from "../../ui/line.tsx";
import { Badge, Row } from "../../ui/row.tsx";

/** Each place where the user is signed in, and its end. */
export function Sessions() {
  const t = texts().profile;
  const { value, failure, reload } = useServer<{ items: readonly Schemas["Session"][] }>("me/sessions");
  const [refused, setRefused] = useState<Failure | null>(null);
  const end = async (id: string) => {
    const answer = await ask({ method: "DELETE", path: `me/sessions/${id}` });
    setRefused(answer.ok ? null : answer);
    if (answer.ok) say({ text: t.ended });
    reload();
  };
  return (
    <Card title={t.sessions}>
      {(refused ?? failure) && <Failed failure={(refused ?? failure) as Failure} onAgain={reload} />}
      {value?.items.map(({ id, device, lastUsedAt, current }) => (
        <Line
          key={id}
          end={
            !current && (
              <Button look="text" action="end-session" onClick={() => void end(id)}>
                {t.end}
              </Button>
            )
          }
        >
          <Row
            lead={<Badge path={mdiCellphoneLink} />}
            title={device ?? t.unknownDevice}
            note={current ? t.thisDevice : t.lastUsed(timeShown(lastUsedAt))}
          />
        </Line>
      ))}
    </Card>
  );
}
