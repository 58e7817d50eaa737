import { dateLocale } from "../../dates/shown.ts";
import type { Question } from "../../imports/questions.ts";
import { withMapping } from "../../imports/questions.ts";
import type { Sample } from "../../imports/table.ts";
import type { Answers } from "../../imports/waiting.ts";
import { texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import { Stack } from "../../ui/stack.tsx";
import { AccountsQuestion } from "./accounts-question.tsx";
import { ColumnsQuestion } from "./columns-question.tsx";
import s from "./import.module.css";
import { Option } from "./option.tsx";
import { SampleRows } from "./sample-rows.tsx";
import { WordsQuestion } from "./words-question.tsx";

export interface QuestionProps<Kind extends Question["kind"] = Question["kind"]> {
  readonly question: Extract<Question, { kind: Kind }>;
  readonly sample: Sample;
  readonly answers: Answers;
  readonly onAnswer: (answers: Answers) => void;
}

/** What the file does not prove is asked, beside its own rows; the answer is a button wherever it can be one. */
export function Asked({ says, ...props }: QuestionProps & { readonly says: string }) {
  const t = texts().imports;
  const { question, sample, answers, onAnswer } = props;
  const say = (mapping: NonNullable<Answers["mapping"]>) => onAnswer(withMapping(answers, mapping));
  return (
    <Card title={titleOf(question)}>
      <Stack>
        {question.kind === "dates" && <p class={s.hint}>{t.datesHint}</p>}
        {question.kind !== "accounts" && sample.rows.length > 0 && <SampleRows sample={sample} />}
        <div class={s.options}>{simple(question, say)}</div>
        {question.kind === "accounts" && <AccountsQuestion {...props} question={question} />}
        {question.kind === "columns" && <ColumnsQuestion {...props} question={question} />}
        {question.kind === "words" && <WordsQuestion {...props} question={question} />}
        {says && (
          <details class={s.hint}>
            <summary>{t.serverSays}</summary>
            <p>{says}</p>
          </details>
        )}
      </Stack>
    </Card>
  );
}

function titleOf(question: Question): string {
  const t = texts().imports;
  switch (question.kind) {
    case "accounts":
      return t.whichAccount;
    default:
      return t[question.kind];
  }
}

const ENCODINGS = [
  "utf-8",
  "windows-1252",
  "windows-1251",
  "windows-1250",
  "iso-8859-15",
  "koi8-r",
  "gb18030",
  "shift_jis",
];

/** Questions whose answers are a choice of few. */
function simple(question: Question, say: (mapping: NonNullable<Answers["mapping"]>) => void) {
  const t = texts().imports;
  switch (question.kind) {
    case "dates":
      return question.formats.map((one) => (
        <Option key={one} action="answer" title={sampled(one)} note={one} onPress={() => say({ dateFormat: one })} />
      ));
    case "decimals":
      return question.separators.map((one) => (
        <Option
          key={one}
          action="answer"
          title={one === "." ? t.point : t.comma}
          onPress={() => say({ decimalSeparator: one })}
        />
      ));
    case "sheet":
      return question.sheets.map((one) => (
        <Option key={one} action="answer" title={one} onPress={() => say({ sheet: one })} />
      ));
    case "encoding":
      return ENCODINGS.map((one) => (
        <Option key={one} action="answer" title={one} onPress={() => say({ encoding: one })} />
      ));
    case "fee":
      return [
        ...question.columns.map((one) => (
          <Option key={one} action="answer" title={t.feeIs(one)} onPress={() => say({ fee: one })} />
        )),
        <Option key="none" action="answer" title={t.feeNone} onPress={() => say({ fee: "none" })} />,
      ];
    case "signs":
      return [
        <Option
          key="right"
          action="answer"
          title={t.signsRight}
          note={t.signsRightHint}
          onPress={() => say({ negate: false })}
        />,
        <Option
          key="turned"
          action="answer"
          title={t.signsTurned}
          note={t.signsTurnedHint}
          onPress={() => say({ negate: true })}
        />,
      ];
    case "outColumn":
      return question.columns.map((one, place) => (
        <Option
          key={one}
          action="answer"
          title={one}
          onPress={() => say({ debit: one, credit: question.columns[1 - place] ?? "" })}
        />
      ));
    case "opening":
      return question.balances.map((one) => (
        <Option key={one} action="answer" title={one} onPress={() => say({ openingBalance: Number(one) })} />
      ));
    default:
      return null;
  }
}

/** Christmas as a pattern writes it, so that nobody has to read patterns. */
function sampled(pattern: string): string {
  if (!/^[dMy./\- ]+$/.test(pattern)) return pattern;
  const written = pattern
    .replace(/d+/, "25")
    .replace(/M+/, "12")
    .replace(/y+/, (year) => (year.length === 2 ? "26" : "2026"));
  const said = new Date("2026-12-25T00:00:00Z").toLocaleDateString(dateLocale(), {
    dateStyle: "long",
    timeZone: "UTC",
  });
  return `${written} = ${said}`;
}
