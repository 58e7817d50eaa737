import { choices, type Decision, type IssueRow } from "../../replica/index.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import s from "./choices.module.css";

interface ChoicesProps {
  readonly issue: IssueRow;
  /** Whose the other version is; null where nobody knows. */
  readonly name: string | null;
  readonly isMe: boolean;
  readonly onDecision: (decision: Decision) => Promise<void>;
}

const ACTIONS: Record<Decision, string> = { mine: "keep-mine", theirs: "keep-theirs", both: "keep-both" };

/** What can be decided, and before it is, what each does. None of them looks like the one that is meant: only the user knows. */
export function Choices({ issue, name, isMe, onDecision }: ChoicesProps) {
  const kind = kindOf(issue);
  const t = texts().decisions[kind];
  const others = texts().decisions.whose(name, isMe);
  return (
    <ul class={s.choices} data-choices={kind}>
      {choices(issue).map((decision) => (
        <li key={decision} class={s.choice}>
          <Button look="outlined" action={ACTIONS[decision]} onClick={() => void onDecision(decision)}>
            {t[decision].name(others)}
          </Button>
          <p class={s.told}>{t[decision].does(others)}</p>
        </li>
      ))}
    </ul>
  );
}

/** Refused; deleted by others while it was changed here; deleted here while others changed it; or changed by both. */
function kindOf({ outcome, operation }: IssueRow): "refused" | "deletedThere" | "deletedHere" | "changed" {
  if (outcome.status !== "conflict") return "refused";
  if (outcome.deleted) return "deletedThere";
  return operation.type.endsWith(".delete") ? "deletedHere" : "changed";
}
