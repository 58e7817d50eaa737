import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import s from "./field.module.css";

interface FieldProps {
  readonly label: string;
  /** What is to be known before typing. */
  readonly hint?: string | undefined;
  /** What is wrong with what was typed. */
  readonly fault?: string | null | undefined;
  /** Its label is beside it, where there is room. */
  readonly inline?: boolean | undefined;
}

function Framed({
  label,
  hint,
  fault,
  inline,
  children,
}: FieldProps & { children: (ids: { id: string; describedBy: string | undefined }) => ComponentChildren }) {
  const id = useId();
  const note = fault ?? hint;
  return (
    <div class={`${inline ? s.inline : s.field} ${fault ? s.faulty : ""}`}>
      <label class={s.label} for={id}>
        {label}
      </label>
      {children({ id, describedBy: note ? `${id}-note` : undefined })}
      {note && (
        <p class={s.note} id={`${id}-note`} role={fault ? "alert" : undefined}>
          {note}
        </p>
      )}
    </div>
  );
}

interface TextProps extends FieldProps {
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly type?: "text" | "email" | "password" | "date" | "search";
  readonly name?: string;
  readonly autocomplete?: string;
  readonly autocapitalize?: "none" | "sentences";
  readonly inputMode?: "text" | "email" | "decimal" | "numeric" | "search";
  readonly enterkeyhint?: "done" | "next" | "search";
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
}

export function TextField({ label, hint, fault, inline, onText, type = "text", ...rest }: TextProps) {
  return (
    <Framed label={label} hint={hint} fault={fault} inline={inline}>
      {({ id, describedBy }) => (
        <input
          {...rest}
          // Its types tell roles by type, which no variable can.
          type={type as "text"}
          id={id}
          class={s.input ?? ""}
          {...(describedBy === undefined ? {} : { "aria-describedby": describedBy })}
          {...(fault ? { "aria-invalid": true } : {})}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      )}
    </Framed>
  );
}

interface ChoiceProps extends FieldProps {
  readonly value: string;
  readonly onChoice: (value: string) => void;
  readonly name?: string;
  /** Its options. */
  readonly children: ComponentChildren;
}

/** A choice of many, by the system's own picker. */
export function Choice({ label, hint, fault, onChoice, children, ...rest }: ChoiceProps) {
  return (
    <Framed label={label} hint={hint} fault={fault}>
      {({ id, describedBy }) => (
        <select
          {...rest}
          id={id}
          class={s.input ?? ""}
          {...(describedBy === undefined ? {} : { "aria-describedby": describedBy })}
          onChange={(event) => onChoice(event.currentTarget.value)}
        >
          {children}
        </select>
      )}
    </Framed>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly checked: boolean;
  readonly onSwitch: (on: boolean) => void;
}

export function Switch({ label, hint, checked, onSwitch }: SwitchProps) {
  return (
    <label class={s.switch}>
      <span class={s.words}>
        {label}
        {hint && <small class={s.note}>{hint}</small>}
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        class={s.toggle}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
    </label>
  );
}
