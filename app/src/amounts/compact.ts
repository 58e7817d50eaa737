import { format } from "../replica/index.ts";
import { decimalsOf } from "./currencies.ts";

const formats = new Map<string, Intl.NumberFormat>();

/** Round amounts in as few letters as the locale has for them, such as beside a chart: 1.5K and not 1,500.00. */
export function compactly(minor: bigint, currency: string, locale: string): string {
  const key = `${locale}|${currency}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      notation: "compact",
      minimumFractionDigits: 0,
      maximumFractionDigits: Math.max(2, decimalsOf(currency)),
    });
    formats.set(key, made);
  }
  return made.format(format(minor, decimalsOf(currency)) as Intl.StringNumericLiteral);
}
