import type { ComponentChildren } from "preact";
import s from "./row.module.css";

interface RowProps {
  /** Where a tap leads. */
  readonly href?: string;
  readonly onPress?: () => void;
  readonly action?: string;
  readonly lead?: ComponentChildren;
  readonly title: ComponentChildren;
  readonly note?: ComponentChildren;
  readonly end?: ComponentChildren;
  readonly selected?: boolean;
  /** Where its words must be read whole. */
  readonly wraps?: boolean;
}

/** One line of a list: a link, a button, or only words. */
export function Row({ href, onPress, action, lead, title, note, end, selected, wraps }: RowProps) {
  const inside = (
    <>
      {lead}
      <span class={s.words}>
        <span class={s.title}>{title}</span>
        {note && <span class={s.note}>{note}</span>}
      </span>
      {end && <span class={s.end}>{end}</span>}
    </>
  );
  const look = `${s.row} ${selected ? s.selected : ""} ${wraps ? s.wraps : ""}`;
  if (href) {
    return (
      <a class={look} href={href} data-action={action} aria-current={selected ? "true" : undefined}>
        {inside}
      </a>
    );
  }
  if (onPress) {
    return (
      <button
        type="button"
        class={look}
        onClick={onPress}
        data-action={action}
        {...(selected === undefined ? {} : { "aria-pressed": selected })}
      >
        {inside}
      </button>
    );
  }
  return <div class={look}>{inside}</div>;
}

/** A category's mark: its icon on its colour. */
export function Badge({ path, color }: { readonly path: string; readonly color?: string | null | undefined }) {
  return (
    <span class={s.badge} style={color ? { "--badge": color } : undefined}>
      <svg viewBox="0 0 24 24" class={s.picture} aria-hidden="true">
        <path d={path} fill="currentColor" />
      </svg>
    </span>
  );
}
