import { useState } from "preact/hooks";
import { dayShown } from "../../dates/shown.ts";
import { answerFor, decisionOn, type ReportRow, type Tab, withAnswer } from "../../imports/review.ts";
import type { Answers } from "../../imports/waiting.ts";
import { accounts, categories, reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Button, Chip } from "../../ui/button.tsx";
import { Line } from "../../ui/line.tsx";
import { Row } from "../../ui/row.tsx";
import s from "./import.module.css";
import { MatchRow } from "./match-row.tsx";

interface RowsProps {
  readonly tab: Tab;
  readonly rows: readonly ReportRow[];
  readonly answers: Answers;
  readonly onDecide: (answers: Answers) => void;
}

const AT_ONCE = 100;

export function ReviewRows({ tab, rows, answers, onDecide }: RowsProps) {
  const [shown, setShown] = useState(AT_ONCE);
  const decide = (row: ReportRow, decision: "same" | "different" | "skip") =>
    onDecide(withAnswer(answers, row.row, answerFor(row, decision)));
  return (
    <>
      <ul>
        {rows.slice(0, shown).map((row) => (
          <li key={row.row} data-row={row.row}>
            {tab === "matches" ? (
              <MatchRow row={row} decision={decisionOn(row, answers)} onDecide={(decision) => decide(row, decision)} />
            ) : (
              <PlainRow tab={tab} row={row} answers={answers} onDecide={onDecide} />
            )}
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <Button look="text" action="more" onClick={() => setShown(shown + AT_ONCE)}>
          {texts().home.all} ({rows.length - shown})
        </Button>
      )}
    </>
  );
}

/** What stands beside a row where it is short, and below it where the reason has to be read whole. */
function PlainRow({ tab, row, answers, onDecide }: Omit<RowsProps, "rows"> & { readonly row: ReportRow }) {
  const decision = <Decision tab={tab} row={row} answers={answers} onDecide={onDecide} />;
  const words = (
    <Row
      wraps={tab !== "new"}
      title={row.payee ?? row.text ?? texts().imports.line(row.line)}
      note={noteOf(tab, row)}
      end={row.amount != null && <Amount minor={row.amount} currency={currencyOf(row)} tone="flow" signed />}
    />
  );
  if (tab === "new") return <Line end={decision}>{words}</Line>;
  return (
    <>
      {words}
      <div class={s.below}>{decision}</div>
    </>
  );
}

export function currencyOf(row: ReportRow): string {
  return accounts.value.get(row.accountId ?? "")?.currency ?? reference.value?.currency ?? "EUR";
}

/** What can be decided otherwise about a row: left out, taken, or imported in spite of being there. */
function Decision({ tab, row, answers, onDecide }: Omit<RowsProps, "rows"> & { readonly row: ReportRow }) {
  const t = texts().imports;
  const answer = answers.rows?.[String(row.row)];
  if (tab === "new") {
    const isOut = answer === "skip";
    return (
      <Chip
        selected={isOut}
        action="skip-row"
        onClick={() => onDecide(withAnswer(answers, row.row, isOut ? undefined : "skip"))}
      >
        {t.skip}
      </Chip>
    );
  }
  // A correction that was held back can be carried out all the same; what could not be read cannot.
  const mayImport = tab === "duplicates" || row.correction != null;
  if (!mayImport) return null;
  const isIn = answer === "import";
  return (
    <Chip
      selected={isIn}
      action="import-row"
      onClick={() => onDecide(withAnswer(answers, row.row, isIn ? undefined : "import"))}
    >
      {t.importAnyway}
    </Chip>
  );
}

function noteOf(tab: Tab, row: ReportRow): string {
  const t = texts().imports;
  const day = row.date == null ? null : dayShown(row.date);
  const why = row.reason?.message;
  if (tab === "rejected") return [t.line(row.line), why].filter(Boolean).join(" · ");
  const category = categories.value.get(row.categoryId ?? "")?.name;
  return [day, tab === "duplicates" ? why : category].filter(Boolean).join(" · ");
}
