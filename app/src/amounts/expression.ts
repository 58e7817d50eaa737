import { MAX_MINOR } from "../replica/money/money.ts";

/** What the keypad has: digits, a point as the decimal mark whatever is shown for it, and + - * / between numbers. */
export type Expression = string;

export type Evaluated =
  | { readonly minor: number }
  | { readonly fault: "empty" | "incomplete" | "tooPrecise" | "tooLarge" | "divisionByZero" };

interface Ratio {
  readonly top: bigint;
  readonly bottom: bigint;
}

const OPERATORS = "+-*/";

/** One more key; a key that would make no sense there changes nothing, and an operator takes the place of the one before it. */
export function pressed(expression: Expression, key: string, decimals: number): Expression {
  if (key === "clear") return "";
  if (key === "back") return expression.slice(0, -1);
  if (key === "00") return pressed(pressed(expression, "0", decimals), "0", decimals);
  const number = /[\d.]*$/.exec(expression)?.[0] ?? "";
  if (OPERATORS.includes(key)) {
    if (expression === "") return "";
    return OPERATORS.includes(expression.at(-1) ?? "") ? expression.slice(0, -1) + key : `${expression}${key}`;
  }
  if (key === ".") {
    if (decimals === 0 || number.includes(".")) return expression;
    return number === "" ? `${expression}0.` : `${expression}.`;
  }
  if (number === "0") return expression.slice(0, -1) + key;
  const [whole = "", fraction] = number.split(".");
  // More than any factor or amount has is a key held by accident.
  if (whole.length >= 15 && fraction === undefined) return expression;
  if ((fraction?.length ?? 0) >= Math.max(decimals, 4)) return expression;
  return expression + key;
}

/** Exact, products before sums; only what multiplication and division make is rounded, half away from zero, which is seen before saving. */
export function evaluate(expression: Expression, decimals: number): Evaluated {
  const trimmed = expression.replace(/[+\-*/.]$/, "");
  if (trimmed === "") return { fault: "empty" };
  const tokens = trimmed.match(/\d+(?:\.\d*)?|[+\-*/]/g) ?? [];
  if (tokens.join("") !== trimmed || tokens.length % 2 === 0) return { fault: "incomplete" };
  const terms: { sign: bigint; value: Ratio }[] = [{ sign: 1n, value: ratioOf(tokens[0] as string) }];
  let isProduct = false;
  for (let place = 1; place < tokens.length; place += 2) {
    const value = ratioOf(tokens[place + 1] as string);
    const operator = tokens[place] as string;
    if (operator === "+" || operator === "-") {
      terms.push({ sign: operator === "+" ? 1n : -1n, value });
      continue;
    }
    isProduct = true;
    if (operator === "/" && value.top === 0n) return { fault: "divisionByZero" };
    const last = terms.at(-1) as { sign: bigint; value: Ratio };
    last.value =
      operator === "*" ? product(last.value, value) : product(last.value, { top: value.bottom, bottom: value.top });
  }
  const sum = terms.reduce((total, { sign, value }) => added(total, { top: sign * value.top, bottom: value.bottom }), {
    top: 0n,
    bottom: 1n,
  });
  const top = sum.top * 10n ** BigInt(decimals);
  if (!isProduct && top % sum.bottom !== 0n) return { fault: "tooPrecise" };
  const minor = rounded(top, sum.bottom);
  return minor > BigInt(MAX_MINOR) || minor < -BigInt(MAX_MINOR) ? { fault: "tooLarge" } : { minor: Number(minor) };
}

/** Whether there is something to compute, and not one number alone. */
export function isComputed(expression: Expression): boolean {
  return /\d[+\-*/]/.test(expression);
}

function ratioOf(text: string): Ratio {
  const [whole = "0", fraction = ""] = text.split(".");
  return { top: BigInt(whole + fraction), bottom: 10n ** BigInt(fraction.length) };
}

function product(left: Ratio, right: Ratio): Ratio {
  return { top: left.top * right.top, bottom: left.bottom * right.bottom };
}

function added(left: Ratio, right: Ratio): Ratio {
  return { top: left.top * right.bottom + right.top * left.bottom, bottom: left.bottom * right.bottom };
}

function rounded(top: bigint, bottom: bigint): bigint {
  const half = top < 0n ? -bottom / 2n : bottom / 2n;
  return (top + half) / bottom;
}
