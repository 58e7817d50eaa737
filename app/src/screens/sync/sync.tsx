import { mdiCloudCheckOutline, mdiDownload, mdiSync } from "@mdi/js";
import { useEffect } from "preact/hooks";
import { Screen } from "../../shell/screen.tsx";
import { ledger } from "../../state/device.ts";
import { current } from "../../state/ledgers.ts";
import { useRead } from "../../state/read.ts";
import { saveAllUnsent } from "../../state/save-unsent.ts";
import { say } from "../../state/snack.ts";
import { mayBeLost } from "../../state/storage.ts";
import { gone, merged, syncNow, syncState, whyNotTaken } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card, Empty } from "../../ui/card.tsx";
import { Note } from "../../ui/note.tsx";
import { Flow } from "../../ui/stack.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { Compare } from "./compare.tsx";
import { GoneCard } from "./gone-card.tsx";
import { IssueCard } from "./issue-card.tsx";
import { LoadSaved } from "./load-saved.tsx";
import { DoneRow, WaitingRow } from "./operation-rows.tsx";
import { useReceiptsHere, WaitingReceipts } from "./waiting-receipts.tsx";

const LATELY = 10;

/** What waits to be sent, in words, what became of what was, and what somebody has to decide. */
export function SyncCentre() {
  const t = texts().syncCentre;
  const read = useRead(async (replica) => ({
    pending: await replica.pending(),
    issues: await replica.issues(),
    done: await replica.done(LATELY),
  }));
  useEffect(() => {
    // It is told below, with what others changed.
    if (merged.value > 0) void current.value?.replica.seeMerged();
  }, [merged.value]);
  const isAlone = syncState.value === "local";
  const save = async () => {
    if (!current.value) return;
    await saveAllUnsent([current.value.replica]);
    say({ text: texts().profile.exported });
  };
  const receipts = useReceiptsHere();
  const unsent = read ? read.pending.length + read.issues.length + receipts.length : 0;
  return (
    <Screen name="sync" title={t.title} up="/more">
      {gone.value && <GoneCard />}
      {syncState.value === "signedOut" && (
        <Note look="warning">
          <p>{t.signedOut}</p>
          <TextLink href="/sign-in" action="open-sign-in">
            {t.signIn}
          </TextLink>
        </Note>
      )}
      {whyNotTaken.value && (
        <Note look="fault">
          {ledger.value?.begunAs === undefined ? (
            <p>{t.allRefused(whyNotTaken.value)}</p>
          ) : (
            <>
              <p>{t.ledgerRefused(whyNotTaken.value)}</p>
              <TextLink href="/ledgers" action="open-ledgers">
                {texts().ledgers.title}
              </TextLink>
            </>
          )}
        </Note>
      )}
      {isAlone && unsent > 0 && (
        <Note>
          <p>{t.alone}</p>
          <TextLink href="/sign-in" action="open-sign-in">
            {texts().server.signIn}
          </TextLink>
        </Note>
      )}
      {mayBeLost.value && (
        <Note look="warning">
          <p>{t.mayBeLost}</p>
          <p>{t.mayBeLostThen}</p>
        </Note>
      )}
      {read?.issues.map((issue) => (
        <IssueCard key={issue.key} issue={issue} all={read.issues} />
      ))}
      {read && read.pending.length > 0 && (
        <Card title={isAlone ? t.waitingAlone(read.pending.length) : t.waiting(read.pending.length)}>
          {read.pending.map((row) => (
            <WaitingRow key={row.key} row={row} all={read.pending} />
          ))}
        </Card>
      )}
      {receipts.length > 0 && <WaitingReceipts receipts={receipts} />}
      {read && unsent === 0 && !gone.value && (
        <Empty icon={mdiCloudCheckOutline} text={isAlone ? t.alone : t.nothing} />
      )}
      <Flow>
        {!isAlone && !gone.value && (
          <Button icon={mdiSync} look="tonal" action="sync-now" onClick={() => void syncNow()}>
            {t.now}
          </Button>
        )}
        {unsent > 0 && (
          <Button icon={mdiDownload} look="text" action="save-unsent" onClick={() => void save()}>
            {t.save}
          </Button>
        )}
      </Flow>
      {!gone.value && <LoadSaved />}
      {!isAlone && !gone.value && syncState.value !== "signedOut" && <Compare />}
      {read && read.done.length > 0 && !isAlone && (
        <Card title={t.lately}>
          {read.done.map((row) => (
            <DoneRow key={row.key} row={row} />
          ))}
        </Card>
      )}
    </Screen>
  );
}
