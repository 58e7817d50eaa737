import { useState } from "preact/hooks";
import { withMapping } from "../../imports/questions.ts";
import { texts } from "../../state/texts.ts";
import { Button, Chip } from "../../ui/button.tsx";
import { Flow, Stack } from "../../ui/stack.tsx";
import s from "./import.module.css";
import { Option } from "./option.tsx";
import type { QuestionProps } from "./question.tsx";

/** Which of a file's words mean money out and which money in; each has to be said. */
export function WordsQuestion({ question, answers, onAnswer }: QuestionProps<"words">) {
  const t = texts().imports;
  const [said, setSaid] = useState<Readonly<Record<string, "out" | "in">>>({});
  const { words, column, isMark } = question;
  const of = (way: "out" | "in") => words.filter((word) => said[word] === way);
  const say = () =>
    onAnswer(
      withMapping(answers, {
        ...(column === null ? {} : { indicator: column }),
        // Of marks in amounts only those of one way are written.
        ...(isMark && of("out").length === 0 ? {} : { indicatorOut: of("out") }),
        ...(of("in").length === 0 ? {} : { indicatorIn: of("in") }),
      }),
    );
  return (
    <Stack>
      {column !== null && <p class={s.hint}>{t.wordsIn(column)}</p>}
      {words.map((word) => (
        <Flow key={word}>
          <bdi>{word.trim() === "" ? t.blank : word}</bdi>
          <Chip selected={said[word] === "out"} action="word-out" onClick={() => setSaid({ ...said, [word]: "out" })}>
            {t.out}
          </Chip>
          <Chip selected={said[word] === "in"} action="word-in" onClick={() => setSaid({ ...said, [word]: "in" })}>
            {t.in}
          </Chip>
        </Flow>
      ))}
      <Button action="answer" disabled={words.some((word) => !said[word])} onClick={say}>
        {t.goOn}
      </Button>
      <p class={s.hint}>{t.wordsNothing}</p>
      <div class={s.options}>
        <Option
          action="answer-signs"
          title={t.signsRight}
          note={t.signsRightHint}
          onPress={() => onAnswer(withMapping(answers, { negate: false }))}
        />
        <Option
          action="answer-signs"
          title={t.signsTurned}
          note={t.signsTurnedHint}
          onPress={() => onAnswer(withMapping(answers, { negate: true }))}
        />
      </div>
    </Stack>
  );
}
