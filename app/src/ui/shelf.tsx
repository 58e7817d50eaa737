import type { ComponentChildren } from "preact";
import s from "./shelf.module.css";

interface ShelfProps {
  /** What those in it are, for whoever listens, where nothing before it says so. */
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** Chips in one line that goes on beside the screen. */
export function Shelf({ label, children }: ShelfProps) {
  return label === undefined ? (
    <div class={s.shelf}>{children}</div>
  ) : (
    <fieldset class={s.shelf} aria-label={label}>
      {children}
    </fieldset>
  );
}
