import type { Form } from "../../entries/form.ts";
import type { Entities } from "../../replica/index.ts";
import { reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Choice } from "../../ui/field.tsx";

interface CategoryChoiceProps {
  readonly entry: Entities["transaction"];
  readonly form: Form;
  readonly onChange: (part: Partial<Form>) => void;
}

/** Categories of the entry's kind, under their groups; the one it has is among them, whatever it is. */
export function CategoryChoice({ entry, form, onChange }: CategoryChoiceProps) {
  const kind = form.isOut ? "expense" : "income";
  const usable = (reference.value?.categories ?? []).filter(
    (one) => (one.kind === kind && !one.archived) || one.id === entry.categoryId,
  );
  const groups = [...new Set(usable.map(({ group }) => group))];
  return (
    <Choice
      label={texts().entry.category}
      name="category"
      value={form.categoryId}
      onChoice={(categoryId) => onChange({ categoryId })}
    >
      <option value="" selected={form.categoryId === ""}>
        {texts().entries.uncategorised}
      </option>
      {groups.map((group) => (
        <optgroup key={group} label={group}>
          {usable
            .filter((one) => one.group === group)
            .map(({ id, name }) => (
              <option key={id} value={id} selected={id === form.categoryId}>
                {name}
              </option>
            ))}
        </optgroup>
      ))}
    </Choice>
  );
}
