import type { ComponentChildren } from "preact";
import s from "./unseen.module.css";

/** Words for who listens, where who looks sees the same in another way. */
export function Unseen({ children }: { readonly children: ComponentChildren }) {
  return <span class={s.unseen}>{children}</span>;
}
