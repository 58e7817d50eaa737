import { mdiBackspaceOutline } from "@mdi/js";
import { useEffect } from "preact/hooks";
import { separators } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { Icon } from "../../ui/icon.tsx";
import s from "./keypad.module.css";

interface KeypadProps {
  readonly decimals: number;
  readonly onKey: (key: string) => void;
}

const ROWS = [
  ["1", "2", "3", "back"],
  ["4", "5", "6", "*"],
  ["7", "8", "9", "-"],
  [".", "0", "00", "+"],
] as const;

/** The app's own keys for amounts, with arithmetic; a keyboard does the same. No separator is guessed: the decimal key is the only one. */
export function Keypad({ decimals, onKey }: KeypadProps) {
  const t = texts().keypad;
  const names: Readonly<Record<string, string>> = {
    back: t.back,
    "*": t.times,
    "-": t.minus,
    "+": t.plus,
    ".": t.decimal,
  };
  const faces: Readonly<Record<string, string>> = { "*": "×", "-": "−", ".": separators.value.decimal };
  useKeyboard(onKey);
  return (
    <fieldset class={s.keypad} aria-label={t.label}>
      {ROWS.flat().map((key) => {
        if (key === "." && decimals === 0) return <span key={key} />;
        const isOperator = key === "back" || "*-+".includes(key);
        return (
          <button
            key={key}
            type="button"
            class={`${s.key} ${isOperator ? s.operator : ""}`}
            data-key={key}
            aria-label={names[key]}
            onClick={() => onKey(key)}
            {...(key === "back" ? holding(() => onKey("clear")) : {})}
          >
            {key === "back" ? <Icon path={mdiBackspaceOutline} /> : (faces[key] ?? key)}
          </button>
        );
      })}
    </fieldset>
  );
}

const HELD_MS = 500;

/** Held for a while: everything is cleared. */
function holding(onHeld: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => clearTimeout(timer);
  return {
    onPointerDown: () => {
      timer = setTimeout(onHeld, HELD_MS);
    },
    onPointerUp: end,
    onPointerLeave: end,
    onPointerCancel: end,
  };
}

const KEYS: Readonly<Record<string, string>> = {
  Backspace: "back",
  Delete: "clear",
  ",": ".",
  ".": ".",
  "+": "+",
  "-": "-",
  "*": "*",
  x: "*",
  "/": "/",
};

function useKeyboard(onKey: (key: string) => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey || document.querySelector("dialog[open]")) return;
      if (target instanceof HTMLElement && target.matches("input, textarea, select")) return;
      const meant = /^\d$/.test(key) ? key : KEYS[key];
      if (meant === undefined) return;
      event.preventDefault();
      onKey(meant);
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  });
}
