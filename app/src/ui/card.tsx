import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import s from "./card.module.css";

interface CardProps {
  readonly title?: string;
  /** Beside the title, such as a link to all. */
  readonly more?: ComponentChildren;
  readonly look?: "filled" | "plain" | "attention";
  readonly children: ComponentChildren;
}

export function Card({ title, more, look = "filled", children }: CardProps) {
  const id = useId();
  return (
    <section class={`${s.card} ${s[look]}`} {...(title ? { "aria-labelledby": id } : {})}>
      {title && (
        <header class={s.head}>
          <h2 class={s.title} id={id}>
            {title}
          </h2>
          {more}
        </header>
      )}
      {children}
    </section>
  );
}

export function Empty({ icon, text, children }: { icon: string; text: string; children?: ComponentChildren }) {
  return (
    <div class={s.empty}>
      <svg viewBox="0 0 24 24" class={s.picture} aria-hidden="true">
        <path d={icon} fill="currentColor" />
      </svg>
      <p>{text}</p>
      {children}
    </div>
  );
}

/** How much of something is used, told in words beside it. */
export function Meter({
  share,
  mark,
  state,
}: {
  share: number;
  mark?: number;
  state: "onTrack" | "warning" | "exceeded";
}) {
  return (
    <svg class={`${s.meter} ${s[state]}`} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="8" class={s.track} />
      <rect width={Math.min(100, Math.max(0, share))} height="8" class={s.bar} />
      {mark !== undefined && <rect x={Math.min(99, mark)} width="1" height="8" class={s.mark} />}
    </svg>
  );
}
