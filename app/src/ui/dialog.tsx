import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import s from "./dialog.module.css";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** A sheet comes up from the edge, for choices; a dialog asks in the middle. */
  readonly look?: "dialog" | "sheet";
  readonly children: ComponentChildren;
  /** The buttons at its end. */
  readonly actions?: ComponentChildren;
}

/** The browser's own dialog: it keeps the focus, closes by Escape, and hides what is behind it from whoever listens. */
export function Dialog({ title, onClose, look = "dialog", children, actions }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it by keyboard; this is the tap beside it.
    <dialog
      ref={dialog}
      class={`${s.dialog} ${s[look]}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div class={s.inside}>
        <h2 class={s.title} id={id}>
          {title}
        </h2>
        <div class={s.content}>{children}</div>
        {actions && <div class={s.actions}>{actions}</div>}
      </div>
    </dialog>
  );
}
