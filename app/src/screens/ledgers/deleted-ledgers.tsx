import { useState } from "preact/hooks";
import { timeShown } from "../../dates/shown.ts";
import type { Failure } from "../../replica/index.ts";
import { ask, type Schemas, useServer } from "../../state/server.ts";
import { say } from "../../state/snack.ts";
import { refreshLedgers } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Failed } from "../../ui/failed.tsx";
import { Line } from "../../ui/line.tsx";
import { Row } from "../../ui/row.tsx";

/** What was deleted and can still come back. */
export function DeletedLedgers() {
  const t = texts().ledgers;
  const { value, reload } = useServer<{ items: readonly Schemas["LedgerView"][] }>("ledgers?deleted=true");
  const [failure, setFailure] = useState<Failure | null>(null);
  if (!value || value.items.length === 0) return null;
  const restore = async (id: string) => {
    const answer = await ask({ method: "POST", path: `ledgers/${id}/restore` });
    setFailure(answer.ok ? null : answer);
    if (!answer.ok) return;
    say({ text: t.restored });
    reload();
    await refreshLedgers();
  };
  return (
    <Card title={t.deletedOnes}>
      {failure && <Failed failure={failure} />}
      {value.items.map(({ id, name, erasedAt }) => (
        <Line
          key={id}
          end={
            <Button look="text" action="restore-ledger" onClick={() => void restore(id)}>
              {t.restore}
            </Button>
          }
        >
          <Row title={name} note={erasedAt ? t.until(timeShown(erasedAt)) : ""} />
        </Line>
      ))}
    </Card>
  );
}
