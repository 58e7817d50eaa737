import type { ComponentChildren } from "preact";
import s from "./stack.module.css";

/** One below the other, with the usual distance. */
export function Stack({ children }: { readonly children: ComponentChildren }) {
  return <div class={s.stack}>{children}</div>;
}

/** One beside the other, going on below where there is no room. */
export function Flow({ children }: { readonly children: ComponentChildren }) {
  return <div class={s.flow}>{children}</div>;
}
