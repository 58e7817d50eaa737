import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { questionIn } from "../../imports/questions.ts";
import { isAnswered } from "../../imports/review.ts";
import { carryOut } from "../../imports/send.ts";
import { forgetFile, keepFile, type WaitingFile } from "../../imports/waiting.ts";
import type { Failure } from "../../replica/index.ts";
import { openAccounts } from "../../state/reference.ts";
import { extraOf } from "../../state/server.ts";
import { say } from "../../state/snack.ts";
import { syncNow } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Failed } from "../../ui/failed.tsx";
import { Note } from "../../ui/note.tsx";
import { Flow, Stack } from "../../ui/stack.tsx";
import { ChooseAccount } from "./choose-account.tsx";
import s from "./import.module.css";
import { useJob } from "./job.ts";
import { Asked } from "./question.tsx";
import { Review } from "./review.tsx";

/** One file from its questions to what is imported of it. */
export function FileJob({ file: given }: { readonly file: WaitingFile }) {
  const t = texts().imports;
  const { route } = useLocation();
  const job = useJob(given);
  const { file, sample, report, failure, answer, again } = job;
  const [refused, setRefused] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);

  const discard = async () => {
    await forgetFile(file.id);
    say({
      text: t.discarded,
      undo: async () => {
        await keepFile(file);
        route(`/import?file=${file.id}`);
      },
    });
    route("/import", true);
  };
  const commit = async () => {
    if (!report?.token) return;
    setBusy(true);
    const done = await carryOut(file, report.token);
    setBusy(false);
    if (!done.ok) return setRefused(done);
    await forgetFile(file.id);
    say({ text: t.done(done.value.imported) });
    void syncNow();
    route(`/imports/${done.value.id}`, true);
  };
  const lookAgain = () => {
    setRefused(null);
    job.decide({ ...file.answers, rows: {} });
    again();
  };

  const startAgain = (
    <Flow>
      {isAnswered(file.answers, openAccounts.value.length > 1) && (
        <Button look="text" action="start-again" onClick={() => answer({})}>
          {t.startAgain}
        </Button>
      )}
      <Button look="text" action="discard-file" onClick={() => void discard()}>
        {t.discard}
      </Button>
    </Flow>
  );
  if (job.needsAccount) {
    return (
      <Stack>
        <Card title={t.whichAccount}>
          <ChooseAccount onChoose={(accountId) => answer({ ...file.answers, accountId })} />
        </Card>
        {startAgain}
      </Stack>
    );
  }
  if (failure) {
    const question = sample && questionIn(extraOf(failure), sample);
    if (question && sample) {
      return (
        <Stack>
          <Asked
            key={JSON.stringify(question)}
            question={question}
            sample={sample}
            answers={file.answers}
            says={failure.reason === "refused" ? (failure.problem.detail ?? "") : ""}
            onAnswer={answer}
          />
          {startAgain}
        </Stack>
      );
    }
    const isAway = failure.reason === "offline" || failure.reason === "unreachable" || failure.reason === "busy";
    return (
      <Stack>
        {isAway ? (
          <Note look="warning">
            <p>{t.offline}</p>
            <div>
              <Button look="outlined" action="try-again" onClick={again}>
                {texts().server.again}
              </Button>
            </div>
          </Note>
        ) : (
          <Failed failure={failure} onAgain={again} />
        )}
        {startAgain}
      </Stack>
    );
  }
  if (!report) return <p class={s.hint}>{t.reading}</p>;
  const code = refused?.reason === "refused" ? refused.problem.code : "";
  const isOutdated = code === "imports.preview-outdated" || code === "imports.preview-other";
  const changed = Number(refused ? (extraOf(refused).count ?? 0) : 0);
  return (
    <Stack>
      {isOutdated && (
        <Note look="warning">
          <p>{code === "imports.preview-outdated" ? t.outdated(changed) : t.outdated(report.rows.length)}</p>
          <div>
            <Button look="outlined" action="preview-again" onClick={lookAgain}>
              {t.previewAgain}
            </Button>
          </div>
        </Note>
      )}
      {refused && !isOutdated && <Failed failure={refused} onAgain={() => void commit()} />}
      <Review
        report={report}
        answers={file.answers}
        isBusy={isBusy || isOutdated}
        onDecide={job.decide}
        onAnswer={answer}
        onImport={() => void commit()}
      />
      {startAgain}
    </Stack>
  );
}
