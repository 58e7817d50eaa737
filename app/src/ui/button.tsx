import type { ButtonHTMLAttributes, ComponentChildren } from "preact";
import s from "./button.module.css";
import { Icon } from "./icon.tsx";

type Native = Omit<ButtonHTMLAttributes, "icon" | "children" | "class">;

interface Action extends Native {
  /** For tests in any language: kebab-case English. */
  readonly action?: string;
}

interface ButtonProps extends Action {
  readonly look?: "filled" | "tonal" | "outlined" | "text" | "danger";
  readonly icon?: string;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

export function Button({ look = "filled", icon, wide, action, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} data-action={action} class={`${s.button} ${s[look]} ${wide ? s.wide : ""}`}>
      {icon && <Icon path={icon} class={s.small} />}
      <span>{children}</span>
    </button>
  );
}

interface IconButtonProps extends Action {
  readonly icon: string;
  /** What it does, in words. */
  readonly label: string;
}

export function IconButton({ icon, label, action, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} data-action={action} aria-label={label} title={label} class={s.round}>
      <Icon path={icon} />
    </button>
  );
}

interface ChipProps extends Action {
  readonly icon?: string;
  readonly selected?: boolean;
  readonly children: ComponentChildren;
}

/** A choice or a filter; where it is one of several, whether it is chosen is told. */
export function Chip({ icon, selected, action, children, ...rest }: ChipProps) {
  return (
    <button
      type="button"
      {...rest}
      {...(selected === undefined ? {} : { "aria-pressed": selected })}
      data-action={action}
      class={`${s.chip} ${selected ? s.selected : ""}`}
    >
      {icon && <Icon path={icon} class={s.small} />}
      <span class={s.label}>{children}</span>
    </button>
  );
}
