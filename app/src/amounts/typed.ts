import { type Minor, parse } from "../replica/index.ts";
import type { Separators } from "./shown.ts";

/** What somebody typed or pasted as an amount: what it means, or why that cannot be told. */
export type Typed = { readonly minor: Minor } | { readonly fault: "empty" | "notANumber" | "tooPrecise" | "tooLarge" };

/**
 * Reads an amount in the user's number format, and no separator is ever guessed against it: a mark that the format has for groups is one
 * only where it stands between groups of three. Where it cannot, it is the decimal mark of another keyboard: "14,99" is 14.99 everywhere.
 */
export function typedAmount(text: string, decimals: number, separators: Separators): Typed {
  const trimmed = inLatin(text)
    .trim()
    .replace(/[−–]/g, "-")
    .replace(/^([+-])\s+/, "$1");
  if (trimmed === "") return { fault: "empty" };
  const plain = plainNumber(trimmed, separators);
  if (plain === null) return { fault: "notANumber" };
  const [, fraction = ""] = plain.split(".");
  if (fraction.length > decimals && /[1-9]/.test(fraction.slice(decimals))) return { fault: "tooPrecise" };
  const minor = parse(
    fraction.length > decimals ? plain.slice(0, decimals - fraction.length).replace(/\.$/, "") : plain,
    decimals,
  );
  return minor === null ? { fault: "tooLarge" } : { minor };
}

/** A number of the user's format in Latin digits, with a point as its decimal mark and no others; null where it is none. */
export function plainNumber(text: string, separators: Separators): string | null {
  const bare = withoutBlanks(text.trim().replace(/\s/g, " ").replaceAll("’", "'"));
  if (bare === null || !/^[+-]?[\d.,]+$/.test(bare) || !/\d/.test(bare)) return null;
  return plainOf(bare, { decimal: latinMark(separators.decimal), group: latinMark(separators.group) });
}

/** The zeros of scripts whose keyboards have digits of their own: Arabic, Persian, Devanagari, Bengali, Tamil, Thai and Myanmar. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xbe6, 0xe50, 0x1040];

/** Digits and marks of other scripts as those that are read here; marks of direction, which stand beside a minus, are left out. */
export function inLatin(text: string): string {
  return text
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0;
      const zero = ZEROS.find((start) => code >= start && code < start + 10);
      return zero === undefined ? digit : String(code - zero);
    })
    .replace(/[٫٬]/g, latinMark);
}

function latinMark(mark: string): string {
  return mark === "٫" ? "." : mark === "٬" ? "," : mark;
}

/** Blanks and apostrophes part groups in any format; "12 50" is two numbers, or has a mark that was missed. */
function withoutBlanks(text: string): string | null {
  const end = text.search(/[.,]/);
  const whole = end === -1 ? text : text.slice(0, end);
  const rest = text.slice(whole.length);
  const mark = /[ ']/.exec(text)?.[0];
  if (mark === undefined) return text;
  return !/[ ']/.test(rest) && areGroups(whole, mark) ? whole.replaceAll(mark, "") + rest : null;
}

/** With a point as the decimal mark and no others; null where marks contradict each other. */
function plainOf(text: string, { decimal, group }: Separators): string | null {
  const marks = text.replace(/[^.,]/g, "");
  if (marks === "") return text;
  const last = marks.at(-1) as string;
  const isMixed = /\./.test(marks) && /,/.test(marks);
  if (isMixed) {
    // The last of two kinds is the decimal mark, once.
    const other = last === "." ? "," : ".";
    if (marks.indexOf(last) !== marks.length - 1 || !areGroups(text.split(last)[0] ?? "", other)) return null;
    return text.replaceAll(other, "").replace(last, ".");
  }
  if (marks.length > 1) return areGroups(text, last) ? text.replaceAll(last, "") : null;
  const isGroup = last === group && last !== decimal && areGroups(text, last);
  return completed(isGroup ? text.replace(last, "") : text.replace(last, "."));
}

function areGroups(text: string, mark: string): boolean {
  const [first = "", ...rest] = text.replace(/^[+-]/, "").split(mark);
  // Those in the middle have two digits where one counts in lakh and crore.
  const middle = rest.slice(0, -1);
  return (
    /^[1-9]\d{0,2}$/.test(first) &&
    rest.every((group) => /^\d+$/.test(group)) &&
    rest.at(-1)?.length === 3 &&
    (middle.every(({ length }) => length === 3) || (first.length < 3 && middle.every(({ length }) => length === 2)))
  );
}

/** ".5" and "5." are written by people in a hurry. */
function completed(text: string): string {
  return text.replace(/^([+-]?)\./, "$10.").replace(/\.$/, "");
}
