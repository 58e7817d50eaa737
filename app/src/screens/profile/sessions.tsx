import { mdiCellphoneLink } from "@mdi/js";
import { useState } from "preact/hooks";
import { timeShown } from "../../dates/shown.ts";
import type { Failure } from "../../replica/index.ts";
import { ask, type Schemas, useServer } from "../../state/server.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Failed } from "../../ui/failed.tsx";
import { Line } from "../../ui/line.tsx";
import { Badge, Row } from "../../ui/row.tsx";
import { RenameSession } from "./rename-session.tsx";

/** Each place where the user is signed in, its name, and its end. */
export function Sessions() {
  const t = texts().profile;
  const { value, failure, reload } = useServer<{ items: readonly Schemas["Session"][] }>("me/sessions");
  const [refused, setRefused] = useState<Failure | null>(null);
  const [renamed, setRenamed] = useState<Schemas["Session"] | null>(null);
  const [isEndingOthers, setEndingOthers] = useState(false);
  const end = async (id: string) => {
    const answer = await ask({ method: "DELETE", path: `me/sessions/${id}` });
    setRefused(answer.ok ? null : answer);
    if (answer.ok) say({ text: t.ended });
    reload();
  };
  const endOthers = async () => {
    const answer = await ask({ method: "DELETE", path: "me/sessions" });
    if (!answer.ok) return answer;
    say({ text: t.endedOthers });
    reload();
    return null;
  };
  return (
    <Card title={t.sessions}>
      {(refused ?? failure) && <Failed failure={(refused ?? failure) as Failure} onAgain={reload} />}
      {value?.items.map((session) => (
        <Line
          key={session.id}
          end={
            session.current ? (
              <Button look="text" action="rename-session" onClick={() => setRenamed(session)}>
                {t.rename}
              </Button>
            ) : (
              <Button look="text" action="end-session" onClick={() => void end(session.id)}>
                {t.end}
              </Button>
            )
          }
        >
          <Row
            lead={<Badge path={mdiCellphoneLink} />}
            title={session.device ?? t.unknownDevice}
            note={session.current ? t.thisDevice : t.lastUsed(timeShown(session.lastUsedAt), session.network ?? null)}
          />
        </Line>
      ))}
      {value && value.items.length > 1 && (
        <Button look="text" action="end-others" onClick={() => setEndingOthers(true)}>
          {t.endOthers}
        </Button>
      )}
      {renamed && <RenameSession session={renamed} onDone={reload} onClose={() => setRenamed(null)} />}
      {isEndingOthers && (
        <Confirm title={t.endOthers} onConfirm={endOthers} onClose={() => setEndingOthers(false)}>
          <p>{t.endOthersText}</p>
        </Confirm>
      )}
    </Card>
  );
}
