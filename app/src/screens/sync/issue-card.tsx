import { choices, type Decision, type IssueRow, type Json } from "../../replica/index.ts";
import { current } from "../../state/ledgers.ts";
import { accounts, categories, members, reference } from "../../state/reference.ts";
import { syncSoon } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Amount } from "../../ui/amount.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Flow } from "../../ui/stack.tsx";
import s from "./issue-card.module.css";

/** Something that was not done as it was meant: what is mine, what others have, field by field, and what can be done about it. */
export function IssueCard({ issue }: { readonly issue: IssueRow }) {
  const t = texts().syncCentre;
  const { outcome, operation, mine } = issue;
  const isConflict = outcome.status === "conflict";
  const fields = isConflict ? (outcome.fields ?? []) : [];
  const theirs = outcome.data ?? null;
  const decide = async (decision: Decision) => {
    const replica = current.value?.replica;
    if (!replica) return;
    await replica.decide(issue.key, decision, today.value);
    syncSoon(replica);
  };
  const actions: Record<Decision, string> = { mine: "keep-mine", theirs: "keep-theirs", both: "keep-both" };
  const title = isConflict ? (outcome.deleted ? t.deletedByOthers : t.conflict) : t.rejected;
  return (
    <Card title={title} look="attention">
      <p>{t.verbs[operation.type]}</p>
      {outcome.problem && <p>{outcome.problem.detail ?? outcome.problem.title}</p>}
      {fields.length > 0 && (
        <table class={s.fields}>
          <thead>
            <tr>
              <th scope="col">{t.field}</th>
              <th scope="col">{t.yours}</th>
              <th scope="col">{t.others(nameOf(theirs?.updatedBy))}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field} data-field={field}>
                <th scope="row">{t.fields[field as keyof typeof t.fields] ?? field}</th>
                <td>
                  <Value field={field} value={mine?.[field]} accountId={mine?.accountId} />
                </td>
                <td>
                  <Value field={field} value={theirs?.[field]} accountId={theirs?.accountId} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Flow>
        {choices(issue).map((decision) => (
          <Button
            key={decision}
            look={decision === "theirs" ? "outlined" : "filled"}
            action={actions[decision]}
            onClick={() => void decide(decision)}
          >
            {isConflict ? t.decisions[decision] : t.rejectedDecisions[decision]}
          </Button>
        ))}
      </Flow>
    </Card>
  );
}

interface ValueProps {
  readonly field: string;
  readonly value: Json | undefined;
  readonly accountId: Json | undefined;
}

function Value({ field, value, accountId }: ValueProps) {
  if (value === undefined || value === null) return <>—</>;
  if (field === "amount" && typeof value === "number") {
    const currency = accounts.value.get(String(accountId))?.currency ?? reference.value?.currency ?? "EUR";
    return <Amount minor={value} currency={currency} />;
  }
  if (field === "categoryId") return <>{categories.value.get(String(value))?.name ?? "—"}</>;
  if (field === "accountId") return <>{accounts.value.get(String(value))?.name ?? "—"}</>;
  if (Array.isArray(value)) return <>{value.map(String).join(", ")}</>;
  return <bdi>{typeof value === "object" ? JSON.stringify(value) : String(value)}</bdi>;
}

function nameOf(userId: Json | undefined): string | null {
  return members.value.get(String(userId))?.displayName ?? null;
}
