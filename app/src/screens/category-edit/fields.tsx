import { mdiChevronDown } from "@mdi/js";
import { CATEGORY_ICON_NAMES, categoryIcon } from "../../icons/icons.ts";
import { texts } from "../../state/texts.ts";
import { Chip } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Badge } from "../../ui/row.tsx";
import { Flow } from "../../ui/stack.tsx";
import s from "./category-edit.module.css";

export interface CategoryForm {
  readonly name: string;
  readonly group: string;
  /** Empty: none. */
  readonly icon: string;
  readonly color: string;
}

interface CategoryFieldsProps {
  readonly form: CategoryForm;
  readonly groups: readonly string[];
  readonly isAsked: boolean;
  readonly isTaken: boolean;
  readonly onChange: (part: Partial<CategoryForm>) => void;
}

const COLOURS = {
  green: "#43a047",
  brown: "#8d6e63",
  blue: "#1e88e5",
  red: "#e53935",
  purple: "#8e24aa",
  teal: "#00acc1",
  orange: "#fb8c00",
  lime: "#7cb342",
  pink: "#d81b60",
  grey: "#757575",
} as const;

export function CategoryFields({ form, groups, isAsked, isTaken, onChange }: CategoryFieldsProps) {
  const t = texts().categories.form;
  const names = texts().categories.colours;
  const icons = texts().categoryIcons;
  const nameFault = form.name.trim() === "" ? t.faults.name : isTaken ? t.faults.taken : null;
  return (
    <>
      <TextField
        label={t.name}
        value={form.name}
        maxLength={100}
        autocomplete="off"
        fault={isAsked ? nameFault : null}
        onText={(name) => onChange({ name })}
      />
      <TextField
        label={t.group}
        hint={t.groupHint}
        value={form.group}
        maxLength={100}
        autocomplete="off"
        fault={isAsked && form.group.trim() === "" ? t.faults.group : null}
        onText={(group) => onChange({ group })}
      />
      <Flow>
        {groups.map((group) => (
          <Chip key={group} action="group" selected={group === form.group} onClick={() => onChange({ group })}>
            {group}
          </Chip>
        ))}
      </Flow>
      <details class={s.marks}>
        <summary class={s.mark} data-action="marks">
          <Badge path={categoryIcon(form.icon)} color={form.color || null} />
          <span>{t.marks}</span>
          <Icon path={mdiChevronDown} class={s.turn} />
        </summary>
        <fieldset class={s.fieldset}>
          <legend class={s.legend}>{t.colour}</legend>
          <div class={s.choices}>
            {(Object.keys(COLOURS) as (keyof typeof COLOURS)[]).map((name) => (
              <button
                key={name}
                type="button"
                class={s.choice}
                aria-label={names[name]}
                title={names[name]}
                aria-pressed={form.color === COLOURS[name]}
                data-action="colour"
                onClick={() => onChange({ color: form.color === COLOURS[name] ? "" : COLOURS[name] })}
              >
                <Badge path={categoryIcon(form.icon)} color={COLOURS[name]} />
              </button>
            ))}
          </div>
        </fieldset>
        <fieldset class={s.fieldset}>
          <legend class={s.legend}>{t.icon}</legend>
          <div class={s.choices}>
            {CATEGORY_ICON_NAMES.map((name) => (
              <button
                key={name}
                type="button"
                class={s.choice}
                aria-label={icons[name] ?? name}
                title={icons[name] ?? name}
                aria-pressed={form.icon === name}
                data-action="icon"
                onClick={() => onChange({ icon: form.icon === name ? "" : name })}
              >
                <Badge path={categoryIcon(name)} color={form.color || null} />
              </button>
            ))}
          </div>
        </fieldset>
      </details>
    </>
  );
}
