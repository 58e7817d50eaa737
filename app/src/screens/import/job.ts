import { useEffect, useState } from "preact/hooks";
import { questionIn } from "../../imports/questions.ts";
import type { Report } from "../../imports/review.ts";
import { preview } from "../../imports/send.ts";
import { type Sample, sampleOf } from "../../imports/table.ts";
import { beginningOf, mayTellAccount } from "../../imports/telling.ts";
import { type Answers, keepFile, type WaitingFile } from "../../imports/waiting.ts";
import type { Answer, Failure } from "../../replica/index.ts";
import { reach } from "../../state/connection.ts";
import { openAccounts } from "../../state/reference.ts";
import { extraOf, whyNot } from "../../state/server.ts";

/** How far one file has come. */
export interface Job {
  readonly file: WaitingFile;
  readonly sample: Sample | null;
  readonly report: Report | null;
  readonly failure: Failure | null;
  /** The account has to be said before the server is asked. */
  readonly needsAccount: boolean;
  readonly answer: (answers: Answers) => void;
  /** Changes what is decided about rows, which asks nothing again. */
  readonly decide: (answers: Answers) => void;
  readonly again: () => void;
}

export function useJob(given: WaitingFile): Job {
  const [file, setFile] = useState(given);
  const [sample, setSample] = useState<Sample | null>(null);
  const [tellsAccount, setTells] = useState<boolean | null>(null);
  const [report, setReport] = useState<Report | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    void beginningOf(given.file).then((beginning) => {
      setSample(sampleOf(beginning));
      setTells(mayTellAccount(beginning));
    });
  }, [given.id]);
  const { accountId, accounts } = file.answers;
  const only = openAccounts.value.length === 1 ? openAccounts.value[0]?.id : undefined;
  const needsAccount =
    tellsAccount === false && accountId === undefined && accounts === undefined && only === undefined;
  const isWaiting = failure !== null && failure.reason !== "refused";
  useEffect(() => {
    if (tellsAccount === null || needsAccount || report) return;
    let isGone = false;
    const asked =
      accountId === undefined && !tellsAccount && only
        ? { ...file, answers: { ...file.answers, accountId: only } }
        : file;
    if (asked !== file) setFile(asked);
    void preview(asked).then((answer) => {
      if (isGone) return;
      setReport(answer.ok ? answer.value : null);
      setFailure(answer.ok ? null : answer);
      const refused = refusalIn(answer);
      if (refused === (file.refused ?? null)) return;
      setFile({ ...asked, refused });
      // It is told in the list of those that wait, too.
      void keepFile({ ...file, refused });
    });
    return () => {
      isGone = true;
    };
  }, [tellsAccount, needsAccount, round, isWaiting && reach.value === "reached"]);
  const keep = (answers: Answers) => {
    const next = { ...file, answers };
    setFile(next);
    void keepFile(next);
  };
  const again = () => {
    setReport(null);
    setFailure(null);
    setRound((before) => before + 1);
  };
  return {
    file,
    sample,
    report,
    failure,
    needsAccount,
    answer: (answers) => {
      keep(answers);
      again();
    },
    decide: keep,
    again,
  };
}

/** Why the server cannot take the file, where no answer helps. */
function refusalIn(answer: Answer<Report>): string | null {
  if (answer.ok || answer.reason !== "refused" || questionIn(extraOf(answer), { headers: [], rows: [] })) return null;
  return whyNot(answer);
}
