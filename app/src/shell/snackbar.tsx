import { useLocation } from "preact-iso";
import { hush, snack } from "../state/snack.ts";
import { texts } from "../state/texts.ts";
import s from "./snackbar.module.css";

/** What was just done, with the way back. It is told to whoever listens, and never takes the focus. */
export function Snackbar() {
  const said = snack.value;
  // Below are the keys and buttons that the next entry needs at once.
  const isTyping = useLocation().path === "/new";
  return (
    <div class={`${s.place} ${isTyping ? s.above : ""}`} role="status" aria-live="polite">
      {said && (
        <div class={s.snack}>
          <span>{said.text}</span>
          {said.undo && (
            <button
              type="button"
              class={s.undo}
              data-action="undo"
              onClick={() => {
                hush();
                void said.undo?.();
              }}
            >
              {texts().common.undo}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
