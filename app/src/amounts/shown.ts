import { format } from "../replica/index.ts";
import { decimalsOf } from "./currencies.ts";

const formats = new Map<string, Intl.NumberFormat>();

/** Exact at any size: the number is given as a text, which Intl reads without rounding. */
export function shown(
  minor: number | bigint,
  currency: string,
  locale: string,
  sign: "auto" | "always" = "auto",
): string {
  const decimals = decimalsOf(currency);
  const made = formatFor(`${locale}|${currency}|${sign}`, locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    signDisplay: sign === "always" ? "exceptZero" : "auto",
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  const text = made.format(format(minor, decimals) as Intl.StringNumericLiteral);
  // A line would end between a minus and what stands for the currency.
  return text.replace(/-(?=\D)/, "-\u2060");
}

/** As it is read aloud: "minus 12 euros 50", since a screen reader says nothing of a minus sign. */
export function spoken(minor: number | bigint, currency: string, locale: string, minus: string): string {
  const amount = BigInt(minor);
  const decimals = decimalsOf(currency);
  const [whole = "0", fraction = ""] = format(amount < 0n ? -amount : amount, decimals).split(".");
  const named = formatFor(`${locale}|${currency}|name`, locale, {
    style: "currency",
    currency,
    currencyDisplay: "name",
    minimumFractionDigits: 0,
    maximumFractionDigits: 0,
  }).format(whole as Intl.StringNumericLiteral);
  const rest = /[1-9]/.test(fraction) ? ` ${fraction}` : "";
  return `${amount < 0n ? `${minus} ` : ""}${named}${rest}`;
}

/** What stands before and after the digits of an amount of the currency: its sign, where the locale has it. */
export function aroundDigits(currency: string, locale: string): readonly string[] {
  return shown(0, currency, locale).split(/\p{Nd}(?:.*\p{Nd})?/u);
}

export interface Separators {
  readonly decimal: string;
  readonly group: string;
}

/** Which marks numbers of a locale have. */
export function separatorsOf(locale: string): Separators {
  const parts = formatFor(`${locale}|plain`, locale, { useGrouping: true, minimumFractionDigits: 1 }).formatToParts(
    1234567.8,
  );
  const of = (type: string, otherwise: string) => parts.find((part) => part.type === type)?.value ?? otherwise;
  return { decimal: of("decimal", "."), group: of("group", "") };
}

function formatFor(key: string, locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  let made = formats.get(key);
  if (!made) {
    made = new Intl.NumberFormat(locale, options);
    formats.set(key, made);
  }
  return made;
}

/** Without its currency, such as in a field beside which the currency is named. */
export function plain(minor: number | bigint, currency: string, locale: string): string {
  const decimals = decimalsOf(currency);
  const made = formatFor(`${locale}|${decimals}|field`, locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return made.format(format(minor, decimals) as Intl.StringNumericLiteral);
}
