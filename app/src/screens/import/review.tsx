import { useState } from "preact/hooks";
import { withMapping } from "../../imports/questions.ts";
import { type Report, rowsByTab, type Tab, willImport } from "../../imports/review.ts";
import type { Answers } from "../../imports/waiting.ts";
import { useRead } from "../../state/read.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Switch } from "../../ui/field.tsx";
import { Note } from "../../ui/note.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import s from "./import.module.css";
import { ReviewRows } from "./review-rows.tsx";

interface ReviewProps {
  readonly report: Report;
  readonly answers: Answers;
  readonly isBusy: boolean;
  readonly onDecide: (answers: Answers) => void;
  readonly onAnswer: (answers: Answers) => void;
  readonly onImport: () => void;
}

const NONE: ReadonlySet<string> = new Set();

const TABS: readonly Tab[] = ["new", "matches", "duplicates", "rejected"];

/** Everything that the import would do, and what can be decided otherwise; nothing is written before the button is pressed. */
export function Review({ report, answers, isBusy, onDecide, onAnswer, onImport }: ReviewProps) {
  const t = texts().imports;
  const ofBank = useEntriesOfBank(report);
  const rows = rowsByTab(report.rows, (id) => ofBank.has(id));
  const [chosen, setTab] = useState<Tab | null>(null);
  const tab = chosen ?? TABS.find((one) => rows[one].length > 0) ?? "new";
  const count = willImport(report.rows, answers);
  const isContradicted = report.balanceCheck === "contradicted";
  return (
    <>
      <Remarks report={report} answers={answers} onAnswer={onAnswer} />
      <Tabs
        label={t.review}
        tabs={TABS.map((name) => ({ name, label: t.tabs[name], count: rows[name].length }))}
        chosen={tab}
        onChoose={setTab}
      />
      {rows[tab].length === 0 ? (
        <p class={s.hint}>{t.none[tab]}</p>
      ) : (
        <ReviewRows tab={tab} rows={rows[tab]} answers={answers} onDecide={onDecide} />
      )}
      <div class={s.commit}>
        {isContradicted && (
          <Switch
            label={t.acceptContradiction}
            checked={answers.acceptsContradiction === true}
            onSwitch={(acceptsContradiction) => onDecide({ ...answers, acceptsContradiction })}
          />
        )}
        <Button
          action="import"
          wide
          disabled={isBusy || (isContradicted && !answers.acceptsContradiction)}
          onClick={onImport}
        >
          {count === 0 ? t.importNone : t.import(count)}
        </Button>
      </div>
    </>
  );
}

/** Those of the entries that rows met which a bank's file brought or met before. */
function useEntriesOfBank({ rows }: Report): ReadonlySet<string> {
  const ids = rows.flatMap(({ duplicateOf }) => duplicateOf ?? []);
  const known = useRead(
    async (replica) => {
      const entries = await Promise.all(ids.map((id) => replica.find("transaction", id)));
      return new Set(entries.flatMap((one) => (one && (one.importId || one.bankRows?.length) ? one.id : [])));
    },
    [ids.join()],
  );
  return known ?? NONE;
}

/** What wants a look before anything is imported. */
function Remarks({ report, answers, onAnswer }: Pick<ReviewProps, "report" | "answers" | "onAnswer">) {
  const t = texts().imports;
  const { balanceCheck, contradictions, signs, settled, beforeOpening } = report;
  const layout = (report.layout ?? {}) as { encodingGuessed?: boolean };
  const doubt = signs === "mostlyIn" || signs === "allIn" || signs === "allOut" ? t[signs] : null;
  return (
    <>
      {balanceCheck === "proved" && <Note look="good">{t.balance.proved}</Note>}
      {balanceCheck === "contradicted" && (
        <Note look="warning">{t.balance.contradicted((contradictions ?? []).join(", "))}</Note>
      )}
      {doubt && (
        <Note look={signs === "allOut" ? "plain" : "warning"}>
          <p>{doubt}</p>
          <div>
            <Button
              look="outlined"
              action="turn-signs"
              onClick={() => onAnswer(withMapping(answers, { negate: answers.mapping?.negate !== true }))}
            >
              {t.turn}
            </Button>
          </div>
        </Note>
      )}
      {layout.encodingGuessed === true && <Note look="warning">{t.encodingGuessed}</Note>}
      {settled && settled.used.length > 0 && <Note>{t.settled}</Note>}
      {settled?.differs && settled.differs.length > 0 && <Note look="warning">{t.settledOtherwise}</Note>}
      {Number(beforeOpening) > 0 && <Note>{t.beforeOpening(Number(beforeOpening))}</Note>}
    </>
  );
}
