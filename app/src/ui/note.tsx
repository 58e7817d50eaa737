import { mdiAlertCircleOutline, mdiAlertOutline, mdiCheckCircleOutline, mdiInformationOutline } from "@mdi/js";
import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";
import s from "./note.module.css";

const ICONS = {
  plain: mdiInformationOutline,
  good: mdiCheckCircleOutline,
  warning: mdiAlertOutline,
  fault: mdiAlertCircleOutline,
};

interface NoteProps {
  readonly look?: keyof typeof ICONS;
  readonly children: ComponentChildren;
}

/** Something to know, said where it matters; a fault is told at once to whoever listens. */
export function Note({ look = "plain", children }: NoteProps) {
  return (
    <div class={`${s.note} ${s[look]}`} role={look === "fault" ? "alert" : undefined}>
      <Icon path={ICONS[look]} />
      <div class={s.words}>{children}</div>
    </div>
  );
}
