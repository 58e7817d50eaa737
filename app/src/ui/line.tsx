import type { ComponentChildren } from "preact";
import s from "./line.module.css";

/** A row with something beside it that can be pressed on its own. */
export function Line({ children, end }: { readonly children: ComponentChildren; readonly end: ComponentChildren }) {
  return (
    <div class={s.line}>
      {children}
      {end}
    </div>
  );
}
