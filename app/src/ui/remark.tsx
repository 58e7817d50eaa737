import type { ComponentChildren } from "preact";
import s from "./remark.module.css";

interface RemarkProps {
  readonly look: "warning" | "fault";
  /** For tests: what it is about. */
  readonly name?: string;
  readonly children: ComponentChildren;
}

/** A sentence beside what it is about, where there is no room for a note; a fault is told at once to whoever listens. */
export function Remark({ look, name, children }: RemarkProps) {
  return (
    <p class={`${s.remark} ${s[look]}`} role={look === "fault" ? "alert" : "status"} data-warning={name}>
      {children}
    </p>
  );
}
