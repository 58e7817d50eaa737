import { mdiAccountClockOutline } from "@mdi/js";
import { useEffect, useState } from "preact/hooks";
import { momentShown } from "../dates/shown.ts";
import type { Failure } from "../replica/index.ts";
import { ask, type Schemas, useServer } from "../state/server.ts";
import { say } from "../state/snack.ts";
import { refreshLedgers } from "../state/sync.ts";
import { texts } from "../state/texts.ts";
import { Button } from "./button.tsx";
import { Card } from "./card.tsx";
import { Failed } from "./failed.tsx";
import { Flow, Stack } from "./stack.tsx";

type Sent = Schemas["SentJoinRequest"];

/** What the user has asked to join and nobody has answered yet, and what they can do meanwhile. Nothing where there is none. */
export function AskedToJoin({ hint }: { readonly hint?: string }) {
  const t = texts().joining;
  const { value, reload } = useServer<{ items: readonly Sent[] }>("join-requests");
  const [failure, setFailure] = useState<Failure | null>(null);
  const open = value?.items.filter(({ status }) => status === "open") ?? [];
  const look = async () => {
    reload();
    // Who was let in has the ledger at once.
    await refreshLedgers();
  };
  useEffect(() => {
    if (value?.items.some(({ status }) => status === "accepted")) void refreshLedgers();
  }, [value]);
  const takeBack = async (id: string) => {
    const answer = await ask({ method: "DELETE", path: `join-requests/${id}` });
    setFailure(answer.ok ? null : answer);
    if (answer.ok) say({ text: t.takenBack });
    reload();
  };
  if (open.length === 0) return null;
  return (
    <Card title={t.waitsTitle}>
      <Stack>
        {open.map(({ id, ledger, expiresAt }) => (
          <Stack key={id}>
            <p data-asked={id}>{t.waits(ledger, momentShown(expiresAt))}</p>
            <Flow>
              <Button look="text" action="take-back" onClick={() => void takeBack(id)}>
                {t.takeBack}
              </Button>
            </Flow>
          </Stack>
        ))}
        {hint && <p>{hint}</p>}
        {failure && <Failed failure={failure} />}
        <Flow>
          <Button look="outlined" icon={mdiAccountClockOutline} action="look-again" onClick={() => void look()}>
            {t.lookAgain}
          </Button>
        </Flow>
      </Stack>
    </Card>
  );
}
