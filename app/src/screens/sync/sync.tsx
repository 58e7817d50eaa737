import { mdiCloudCheckOutline, mdiDownload, mdiSync } from "@mdi/js";
import { timeShown } from "../../dates/shown.ts";
import type { OutboxRow } from "../../replica/index.ts";
import { Screen } from "../../shell/screen.tsx";
import { current } from "../../state/ledgers.ts";
import { useRead } from "../../state/read.ts";
import { gone, syncNow, syncState } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card, Empty } from "../../ui/card.tsx";
import { Row } from "../../ui/row.tsx";
import { Flow } from "../../ui/stack.tsx";
import { IssueCard } from "./issue-card.tsx";
import { saveUnsent } from "./save-unsent.ts";

/** What waits to be sent, in words, and what somebody has to decide. */
export function SyncCentre() {
  const t = texts().syncCentre;
  const read = useRead(async (replica) => ({ pending: await replica.pending(), issues: await replica.issues() }));
  const isAlone = syncState.value === "local";
  return (
    <Screen name="sync" title={t.title} up="/more">
      {gone.value && (
        <Card title={t.gone} look="attention">
          <p>{t.goneText}</p>
        </Card>
      )}
      {read?.issues.map((issue) => (
        <IssueCard key={issue.key} issue={issue} />
      ))}
      {read && read.pending.length > 0 && (
        <Card title={t.waiting(read.pending.length)}>
          {read.pending.map((row) => (
            <Row key={row.key} title={wordsOf(row)} note={timeShown(row.at)} />
          ))}
        </Card>
      )}
      {read && read.pending.length === 0 && read.issues.length === 0 && (
        <Empty icon={mdiCloudCheckOutline} text={isAlone ? t.alone : t.nothing} />
      )}
      <Flow>
        {!isAlone && (
          <Button icon={mdiSync} look="tonal" action="sync-now" onClick={() => void syncNow()}>
            {t.now}
          </Button>
        )}
        {read && read.pending.length > 0 && current.value && (
          <Button
            icon={mdiDownload}
            look="text"
            action="save-unsent"
            onClick={() => saveUnsent(current.value?.id ?? "", read.pending)}
          >
            {t.save}
          </Button>
        )}
      </Flow>
    </Screen>
  );
}

function wordsOf({ operation }: OutboxRow): string {
  const t = texts().syncCentre;
  const name = operation.data?.name ?? operation.data?.payee;
  const verb = t.verbs[operation.type];
  return typeof name === "string" ? `${verb}: ${name}` : verb;
}
