import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { timeShown } from "../../dates/shown.ts";
import { entriesOf, type Report, rowsByTab, type Tab } from "../../imports/review.ts";
import type { Failure } from "../../replica/index.ts";
import { Screen } from "../../shell/screen.tsx";
import { canWrite } from "../../state/ledgers.ts";
import { useRead } from "../../state/read.ts";
import { ask, ofLedger, useServer } from "../../state/server.ts";
import { say } from "../../state/snack.ts";
import { syncNow } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Failed } from "../../ui/failed.tsx";
import { Note } from "../../ui/note.tsx";
import { Flow, Stack } from "../../ui/stack.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import s from "./import.module.css";
import { ReportRows } from "./report-rows.tsx";

const TABS: readonly Tab[] = ["new", "matches", "duplicates", "rejected"];

/** An import that was carried out: what became of it, and the way back. */
export function ImportReportScreen() {
  const t = texts().imports;
  const { params } = useRoute();
  const { route } = useLocation();
  const id = params.id ?? "";
  const known = useRead((replica) => replica.find("import", id), [id]);
  const { value, failure, reload } = useServer<Report>(ofLedger(`imports/${id}`));
  const [isAsking, setAsking] = useState(false);
  const [refused, setRefused] = useState<Failure | null>(null);
  const [tab, setTab] = useState<Tab>("new");
  const shown = value ?? known;
  const undoneAt = value?.undoneAt ?? known?.undoneAt;
  const rows = value && rowsByTab(value.rows);
  const undo = async () => {
    setAsking(false);
    const answer = await ask({ method: "DELETE", path: ofLedger(`imports/${id}`) });
    setRefused(answer.ok ? null : answer);
    if (!answer.ok) return;
    say({ text: t.undone });
    reload();
    void syncNow();
  };
  if (known === null && failure?.reason === "refused") {
    return (
      <Screen name="import-report" title={t.title} up="/import">
        <p>{t.gone}</p>
      </Screen>
    );
  }
  return (
    <Screen name="import-report" title={shown?.fileName ?? t.title} up="/import">
      <Stack>
        {undoneAt && <Note>{t.undoneAt(timeShown(undoneAt))}</Note>}
        {refused && <Failed failure={refused} />}
        {shown && (
          <Card title={t.result}>
            <dl class={s.counts}>
              {(["imported", "duplicates", "corrected", "rejected"] as const).map((name) => (
                <div key={name}>
                  <dt>{t.counts[name]}</dt>
                  <dd data-count={name}>{Number(shown[name] ?? 0)}</dd>
                </div>
              ))}
            </dl>
          </Card>
        )}
        <Flow>
          <Button
            look="tonal"
            action="open-entries"
            onClick={() => route(`/entries?${entriesOf(id, shown, value?.rows)}`)}
          >
            {t.toEntries}
          </Button>
          {canWrite.value && (
            <Button look="outlined" action="another" onClick={() => route("/import")}>
              {t.another}
            </Button>
          )}
          {canWrite.value && shown && !undoneAt && (
            <Button look="outlined" action="undo-import" onClick={() => setAsking(true)}>
              {t.undo}
            </Button>
          )}
        </Flow>
        {failure && <Failed failure={failure} onAgain={reload} />}
        {rows && (
          <>
            <Tabs
              label={t.review}
              tabs={TABS.map((name) => ({ name, label: t.tabs[name], count: rows[name].length }))}
              chosen={tab}
              onChoose={setTab}
            />
            {rows[tab].length === 0 ? <p class={s.hint}>{t.none[tab]}</p> : <ReportRows rows={rows[tab]} />}
          </>
        )}
      </Stack>
      {isAsking && (
        <Dialog
          title={t.undo}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button look="text" action="cancel" onClick={() => setAsking(false)}>
                {texts().common.cancel}
              </Button>
              <Button look="danger" action="confirm" onClick={() => void undo()}>
                {t.undo}
              </Button>
            </>
          }
        >
          <p>{t.undoText(Number(shown?.imported ?? 0))}</p>
        </Dialog>
      )}
    </Screen>
  );
}
