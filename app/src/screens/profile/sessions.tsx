import { mdiCellphoneLink } from "@mdi/js";
import { useState } from "preact/hooks";
import { timeShown } from "../../dates/shown.ts";
import { ask, type Schemas, useServer } from "../../state/server.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Failed } from "../../ui/failed.tsx";
import { Line } from "../../ui/line.tsx";
import { Badge, Row } from "../../ui/row.tsx";
import { publicNetwork } from "./network.ts";
import { RenameSession } from "./rename-session.tsx";

/** A network that is nowhere in particular says something only where it is told at all. */
function placeOf({ network }: Schemas["Session"]): string | null {
  return publicNetwork(network) ?? (network ? texts().profile.sameNetwork : null);
}

/** Each place where the user is signed in, its name, and its end. */
export function Sessions() {
  const t = texts().profile;
  const { value, failure, reload } = useServer<{ items: readonly Schemas["Session"][] }>("me/sessions");
  const [ended, setEnded] = useState<Schemas["Session"] | null>(null);
  const [renamed, setRenamed] = useState<Schemas["Session"] | null>(null);
  const [isEndingOthers, setEndingOthers] = useState(false);
  const end = async (id: string) => {
    const answer = await ask({ method: "DELETE", path: `me/sessions/${id}` });
    reload();
    if (!answer.ok) return answer;
    say({ text: t.ended });
    return null;
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
      {failure && <Failed failure={failure} onAgain={reload} />}
      {value?.items.map((session) => (
        <Line
          key={session.id}
          end={
            session.current ? (
              <Button look="text" action="rename-session" onClick={() => setRenamed(session)}>
                {t.rename}
              </Button>
            ) : (
              <Button look="text" action="end-session" onClick={() => setEnded(session)}>
                {t.end}
              </Button>
            )
          }
        >
          <Row
            wraps
            lead={<Badge path={mdiCellphoneLink} />}
            title={session.device ?? t.unknownDevice}
            note={session.current ? t.thisDevice : t.lastUsed(timeShown(session.lastUsedAt), placeOf(session))}
          />
        </Line>
      ))}
      {value && value.items.length > 1 && (
        <Button look="text" action="end-others" onClick={() => setEndingOthers(true)}>
          {t.endOthers}
        </Button>
      )}
      {renamed && <RenameSession session={renamed} onDone={reload} onClose={() => setRenamed(null)} />}
      {ended && (
        <Confirm title={t.end} onConfirm={() => end(ended.id)} onClose={() => setEnded(null)}>
          <p>{t.endText(ended.device ?? t.unknownDevice)}</p>
        </Confirm>
      )}
      {isEndingOthers && (
        <Confirm title={t.endOthers} onConfirm={endOthers} onClose={() => setEndingOthers(false)}>
          <p>{t.endOthersText}</p>
        </Confirm>
      )}
    </Card>
  );
}
