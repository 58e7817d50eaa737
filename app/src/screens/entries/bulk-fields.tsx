import { useState } from "preact/hooks";
import type { BulkChange } from "../../bulk/plan.ts";
import { tagsIn } from "../../entries/form.ts";
import type { Line } from "../../replica/index.ts";
import { openAccounts, reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Chip } from "../../ui/button.tsx";
import { Choice, TextField } from "../../ui/field.tsx";
import { Flow } from "../../ui/stack.tsx";
import type { BulkField } from "./bulk-bar.tsx";

interface BulkFieldsProps {
  readonly field: BulkField;
  readonly lines: readonly Line[];
  readonly onChange: (change: BulkChange) => void;
}

/** What the chosen entries are to become. */
export function BulkFields({ field, lines, onChange }: BulkFieldsProps) {
  switch (field) {
    case "category":
      return <Category lines={lines} onChange={onChange} />;
    case "account":
      return <Account onChange={onChange} />;
    case "payee":
      return <Payee onChange={onChange} />;
    case "tags":
      return <Tags lines={lines} onChange={onChange} />;
    case "status":
      return <Status onChange={onChange} />;
    case "date":
      return <Days onChange={onChange} />;
    default:
      return <p>{texts().bulkSheet.deleteHint}</p>;
  }
}

type FieldProps = Pick<BulkFieldsProps, "onChange">;

function Category({ lines, onChange }: Pick<BulkFieldsProps, "lines" | "onChange">) {
  const t = texts();
  const [value, setValue] = useState("");
  const kinds = new Set(lines.map(({ amount }) => (amount > 0 ? "income" : "expense")));
  const usable = (reference.value?.categories ?? []).filter(({ kind, archived }) => kinds.has(kind) && !archived);
  const groups = [...new Set(usable.map(({ group }) => group))];
  const choose = (chosen: string) => {
    setValue(chosen);
    onChange(chosen === "" ? {} : { categoryId: chosen === "none" ? null : chosen });
  };
  return (
    <Choice label={t.bulkSheet.newCategory} name="category" value={value} onChoice={choose}>
      <option value="">{t.bulkSheet.choose}</option>
      <option value="none">{t.entries.uncategorised}</option>
      {groups.map((group) => (
        <optgroup key={group} label={group}>
          {usable
            .filter((one) => one.group === group)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </optgroup>
      ))}
    </Choice>
  );
}

function Account({ onChange }: FieldProps) {
  const t = texts().bulkSheet;
  const [value, setValue] = useState("");
  const choose = (accountId: string) => {
    setValue(accountId);
    onChange(accountId === "" ? {} : { accountId });
  };
  return (
    <Choice label={t.newAccount} name="account" value={value} onChoice={choose}>
      <option value="">{t.choose}</option>
      {openAccounts.value.map(({ id, name, currency }) => (
        <option key={id} value={id}>
          {name} ({currency})
        </option>
      ))}
    </Choice>
  );
}

function Payee({ onChange }: FieldProps) {
  const t = texts().bulkSheet;
  const [value, setValue] = useState("");
  const change = (payee: string) => {
    setValue(payee);
    onChange(payee.trim() === "" ? {} : { payee: payee.trim() });
  };
  return <TextField label={t.newPayee} name="payee" value={value} maxLength={200} onText={change} />;
}

function Tags({ lines, onChange }: Pick<BulkFieldsProps, "lines" | "onChange">) {
  const t = texts().bulkSheet;
  const [added, setAdded] = useState("");
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const present = [...new Set(lines.flatMap(({ tags }) => tags))];
  const tell = (adds: string, removes: readonly string[]) => {
    const addTags = tagsIn(adds);
    onChange({
      ...(addTags.length > 0 ? { addTags } : {}),
      ...(removes.length > 0 ? { removeTags: removes } : {}),
    });
  };
  return (
    <>
      <TextField
        label={t.addTags}
        hint={texts().entry.tagsHint}
        name="add-tags"
        value={added}
        autocapitalize="none"
        onText={(text) => {
          setAdded(text);
          tell(text, removed);
        }}
      />
      {present.length > 0 && (
        <>
          <p>{t.removeTags}</p>
          <Flow>
            {present.map((tag) => (
              <Chip
                key={tag}
                action="remove-tag"
                selected={removed.includes(tag)}
                onClick={() => {
                  const next = removed.includes(tag) ? removed.filter((one) => one !== tag) : [...removed, tag];
                  setRemoved(next);
                  tell(added, next);
                }}
              >
                #{tag}
              </Chip>
            ))}
          </Flow>
        </>
      )}
    </>
  );
}

function Status({ onChange }: FieldProps) {
  const [chosen, setChosen] = useState<"pending" | "cleared" | null>(null);
  return (
    <Flow>
      {(["pending", "cleared"] as const).map((status) => (
        <Chip
          key={status}
          action={`status-${status}`}
          selected={chosen === status}
          onClick={() => {
            setChosen(status);
            onChange({ status });
          }}
        >
          {texts().search.statuses[status]}
        </Chip>
      ))}
    </Flow>
  );
}

const STEPS = [-30, -7, -1, 1, 7, 30];

function Days({ onChange }: FieldProps) {
  const t = texts().bulkSheet;
  const [text, setText] = useState("");
  const put = (typed: string) => {
    setText(typed);
    const days = /^[+−-]?\d{1,4}$/.test(typed.trim()) ? Number(typed.trim().replace("−", "-")) : 0;
    onChange(days === 0 || Math.abs(days) > 3660 ? {} : { moveDays: days });
  };
  return (
    <>
      <Flow>
        {STEPS.map((days) => (
          <Chip key={days} action="move-days" selected={text === String(days)} onClick={() => put(String(days))}>
            {t.days(days)}
          </Chip>
        ))}
      </Flow>
      <TextField label={t.moveDays} hint={t.moveHint} name="days" value={text} onText={put} />
    </>
  );
}
