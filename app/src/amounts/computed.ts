import { evaluate } from "./expression.ts";
import type { Separators } from "./shown.ts";
import { inLatin, plainNumber, type Typed, typedAmount } from "./typed.ts";

/** What was typed comes to; and whether that was computed, so that it has to be shown. */
export type Computed =
  | Typed
  | { readonly minor: number; readonly isComputed: true }
  | { readonly fault: "divisionByZero" | "negative" };

/** As the keypad has them, by what stands for them on other keyboards; the letters are those of x in both alphabets. */
const OPERATORS: Readonly<Record<string, string>> = { "−": "-", "–": "-", "×": "*", x: "*", х: "*", "÷": "/" };

/** An amount as `typedAmount` reads it, or several of them with operators between: computed as the keypad does. */
export function computedAmount(text: string, decimals: number, separators: Separators): Computed {
  const [, sign = "", rest = ""] = /^\s*([-−–+]?)(.*)$/s.exec(inLatin(text)) ?? [];
  const pieces = rest.toLowerCase().split(/([-−–+*×xх/÷])/);
  if (pieces.length === 1) return typedAmount(text, decimals, separators);
  const expression = pieces.map((piece, place) =>
    place % 2 === 1 ? (OPERATORS[piece] ?? piece) : plainNumber(piece, separators),
  );
  // An operator with nothing after it may be a minus that was meant for the whole, so nothing is made of it.
  if (expression.includes(null)) return { fault: "notANumber" };
  const whole = `${/[-−–]/.test(sign) ? "0-" : ""}${expression.join("")}`;
  const amount = evaluate(whole, decimals);
  if ("minor" in amount) return { ...amount, isComputed: true };
  return { fault: amount.fault === "incomplete" ? "notANumber" : amount.fault };
}

/** The same where nothing can be owed: a minus before it, or less than nothing, is no amount. */
export function computedSize(text: string, decimals: number, separators: Separators): Computed {
  const amount = computedAmount(text, decimals, separators);
  const isOwed = "minor" in amount && (amount.minor < 0 || /^[^\d]*[-−–]/.test(inLatin(text)));
  return isOwed ? { fault: "negative" } : amount;
}
