import { mdiContentCopy, mdiPencilOutline } from "@mdi/js";
import { useLocation } from "preact-iso";
import { isDay } from "../../dates/is-day.ts";
import { momentShown } from "../../dates/shown.ts";
import { openDraft } from "../../drafts/open-draft.ts";
import { repeated } from "../../drafts/repeated.ts";
import {
  type Decision,
  dependentsOf,
  type Entities,
  type IssueRow,
  isCreation,
  neededBy,
} from "../../replica/index.ts";
import { current, gone } from "../../state/ledgers.ts";
import { say } from "../../state/snack.ts";
import { syncSoon } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Flow } from "../../ui/stack.tsx";
import { Choices } from "./choices.tsx";
import { faultsOf } from "./faults.ts";
import s from "./issue-card.module.css";
import { reportOf } from "./issue-report.ts";
import { useOthers } from "./others.ts";
import { placeOf } from "./subject.ts";
import { Value } from "./value.tsx";

const OWN_FIELDS = ["payee", "name", "amount", "date", "accountId", "categoryId", "note"];

interface IssueCardProps {
  readonly issue: IssueRow;
  /** Of which some may need others. */
  readonly all: readonly IssueRow[];
}

/** Something that was not done as it was meant: what is mine, what others have, field by field, and what can be done about it. */
export function IssueCard({ issue, all }: IssueCardProps) {
  const t = texts().syncCentre;
  const needed = neededBy(issue, all);
  const following = dependentsOf(issue, all).length;
  const { route } = useLocation();
  const { outcome, operation, mine } = issue;
  const isConflict = outcome.status === "conflict";
  const theirs = outcome.data ?? null;
  // Of what was refused, what it was is shown.
  const fields = isConflict
    ? (outcome.fields ?? [])
    : OWN_FIELDS.filter((field) => (operation.data ?? mine)?.[field] != null);
  const own = isConflict ? mine : { ...mine, ...operation.data };
  const { name, isMe, at: changedAt } = useOthers(issue);
  const decide = async (decision: Decision) => {
    const replica = current.value?.replica;
    if (!replica) return;
    await replica.decide(issue.key, decision, today.value);
    syncSoon(replica);
  };
  // What was refused is not here: it is typed anew, with all that was typed.
  const editAnew = async () => {
    const { date, ...entry } = {
      tags: [],
      splits: [],
      ...mine,
      ...operation.data,
    } as unknown as Entities["transaction"];
    // It is in the draft before it is given up here, whatever becomes of the page.
    openDraft(
      { ...repeated({ ...entry, date }), date: isDay(date) ? date : null, isPending: entry.status === "pending" },
      route,
    );
    await decide("theirs");
  };
  const faults = faultsOf(outcome.problem);
  const nameOf = (field: string) => t.fields[field as keyof typeof t.fields] ?? field;
  const isNew = isCreation(operation.type);
  const isAnew = operation.type === "transaction.record" && following === 0;
  const copy = async () => {
    await navigator.clipboard.writeText(reportOf(issue));
    say({ text: t.copied });
  };
  const title = isConflict ? (outcome.deleted ? t.deletedBy(name, isMe) : t.changedBy(name, isMe)) : t.rejected;
  const subject = mine?.payee ?? mine?.name ?? theirs?.payee ?? theirs?.name;
  const verb = t.verbs[operation.type];
  const place = placeOf(operation);
  return (
    <Card title={title} look="attention">
      <p>
        {typeof subject === "string" ? `${verb}: ${subject}` : verb} · {momentShown(issue.at)}
      </p>
      {isConflict && outcome.deleted && changedAt && <p>{t.deletedAt(momentShown(changedAt))}</p>}
      {faults.map(({ field, message }) => (
        <p key={field + message} data-fault={field}>
          {field === "" ? message : `${nameOf(field)}: ${message}`}
        </p>
      ))}
      {fields.length > 0 && (
        <table class={s.fields} data-issue={outcome.status}>
          <thead>
            <tr>
              <th scope="col">{t.field}</th>
              <th scope="col">{t.yours}</th>
              {isConflict && (
                <th scope="col">
                  {t.others(name, isMe)} {changedAt && t.at(momentShown(changedAt))}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field} data-field={field}>
                <th scope="row">{nameOf(field)}</th>
                <td>
                  <Value field={field} value={own?.[field]} accountId={own?.accountId} />
                </td>
                {isConflict && (
                  <td>
                    <Value field={field} value={theirs?.[field]} accountId={theirs?.accountId} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {following > 0 && <p>{t.takesAlong(following)}</p>}
      {needed && <p>{t.goesWith(t.verbs[needed.operation.type])}</p>}
      {!gone.value && !needed && <Choices issue={issue} name={name} isMe={isMe} onDecision={decide} />}
      <Flow>
        {!isConflict && mine && place && !gone.value && (!isNew || isAnew) && (
          <Button
            look="outlined"
            icon={mdiPencilOutline}
            action="edit-operation"
            onClick={() => (isNew ? void editAnew() : route(place))}
          >
            {t.edit}
          </Button>
        )}
        <Button look="text" icon={mdiContentCopy} action="copy-report" onClick={() => void copy()}>
          {t.copy}
        </Button>
      </Flow>
    </Card>
  );
}
