import { useState } from "preact/hooks";
import { withMapping } from "../../imports/questions.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Choice, Switch } from "../../ui/field.tsx";
import { Stack } from "../../ui/stack.tsx";
import type { QuestionProps } from "./question.tsx";

type Role = "date" | "amount" | "debit" | "credit" | "payee" | "memo";

/** What is in which column, where its names and content do not tell. */
export function ColumnsQuestion({ question, sample, answers, onAnswer }: QuestionProps<"columns">) {
  const t = texts().imports;
  const known = (answers.mapping ?? {}) as Partial<Record<Role, string>>;
  const [columns, setColumns] = useState<Partial<Record<Role, string>>>(known);
  const [isTwo, setTwo] = useState(known.debit !== undefined);
  const roles: Role[] = ["date", ...(isTwo ? (["debit", "credit"] as const) : (["amount"] as const)), "payee", "memo"];
  const isEnough = Boolean(columns.date && (isTwo ? columns.debit && columns.credit : columns.amount));
  // A header's name, or its place where the file has none.
  const names = question.names.length > 0 ? question.names : sample.headers.map((_, place) => String(place));
  return (
    <Stack>
      <Switch label={t.twoColumns} checked={isTwo} onSwitch={setTwo} />
      {roles.map((role) => (
        <Choice
          key={role}
          label={t.column[role]}
          name={role}
          value={columns[role] ?? ""}
          onChoice={(column) => setColumns({ ...columns, [role]: column })}
        >
          <option value="">{t.noColumn}</option>
          {names.map((name, place) => (
            <option
              key={`${place}-${name}`}
              value={name || String(place)}
              selected={columns[role] === (name || String(place))}
            >
              {name || String(place + 1)}
            </option>
          ))}
        </Choice>
      ))}
      <Button
        action="answer"
        disabled={!isEnough}
        onClick={() => {
          const said = roles.filter((role) => columns[role]).map((role) => [role, columns[role] as string]);
          onAnswer(withMapping(answers, Object.fromEntries(said)));
        }}
      >
        {t.goOn}
      </Button>
    </Stack>
  );
}
