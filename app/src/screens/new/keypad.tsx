import { mdiBackspaceOutline } from "@mdi/js";
import { useEffect } from "preact/hooks";
import { haptics, keypadOrder, separators } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { useHold } from "../../ui/hold.ts";
import { Icon } from "../../ui/icon.tsx";
import s from "./keypad.module.css";

interface KeypadProps {
  readonly decimals: number;
  readonly onKey: (key: string) => void;
}

const DIGITS = [
  ["1", "2", "3"],
  ["4", "5", "6"],
  ["7", "8", "9"],
] as const;
const LAST = [".", "0", "00"] as const;
const OPERATORS = ["back", "*", "-", "+"] as const;
const BUZZ_MS = 8;

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
  const press = (key: string) => {
    if (haptics.value) navigator.vibrate?.(BUZZ_MS);
    onKey(key);
  };
  const clearing = useHold(() => press("clear"));
  const digits = keypadOrder.value === "calculator" ? [...DIGITS].reverse() : DIGITS;
  const rows = [...digits, LAST].map((row, place) => [...row, OPERATORS[place] as string]);
  return (
    <fieldset class={s.keypad} aria-label={t.label}>
      {rows.flat().map((key) => {
        if (key === "." && decimals === 0) return <span key={key} />;
        const isOperator = key === "back" || "*-+".includes(key);
        return (
          <button
            key={key}
            type="button"
            class={`${s.key} ${isOperator ? s.operator : ""}`}
            data-key={key}
            aria-label={names[key]}
            onClick={() => press(key)}
            {...(key === "back" ? clearing : {})}
          >
            {key === "back" ? <Icon path={mdiBackspaceOutline} /> : (faces[key] ?? key)}
          </button>
        );
      })}
    </fieldset>
  );
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
      if (altKey || document.querySelector("dialog[open]")) return;
      if (ctrlKey || metaKey) {
        // From any field, since Enter alone does what the field or the button is for.
        if (key !== "Enter") return;
        event.preventDefault();
        onKey("enter");
        return;
      }
      if (target instanceof HTMLElement && target.matches("input, textarea, select")) return;
      if (key === "Enter" && !(target instanceof HTMLElement && target.matches("button, a, summary"))) {
        event.preventDefault();
        onKey("enter");
        return;
      }
      const meant = /^\d$/.test(key) ? key : KEYS[key];
      if (meant === undefined) return;
      event.preventDefault();
      onKey(meant);
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  });
}
