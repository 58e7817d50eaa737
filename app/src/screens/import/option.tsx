import s from "./import.module.css";

interface OptionProps {
  readonly title: string;
  readonly note?: string;
  readonly action: string;
  readonly pressed?: boolean;
  readonly onPress: () => void;
}

/** One of the answers to a question. */
export function Option({ title, note, action, pressed, onPress }: OptionProps) {
  return (
    <button
      type="button"
      class={s.option}
      data-action={action}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      onClick={onPress}
    >
      <bdi>{title}</bdi>
      {note && <span class={s.hint}>{note}</span>}
    </button>
  );
}
