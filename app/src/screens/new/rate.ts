import { decimalsOf } from "../../amounts/currencies.ts";

const DIGITS = 4;

/** What one unit of what leaves became of what arrives, to four decimals; null before there are both. Only shown, never computed with. */
export function rateOf(out: number, currency: string, into: number, toCurrency: string, locale: string): string | null {
  if (out <= 0 || into <= 0) return null;
  const scale = 10n ** BigInt(DIGITS + decimalsOf(currency));
  const bottom = BigInt(out) * 10n ** BigInt(decimalsOf(toCurrency));
  const rate = (BigInt(into) * scale + bottom / 2n) / bottom;
  const text = rate.toString().padStart(DIGITS + 1, "0");
  const plain = `${text.slice(0, -DIGITS)}.${text.slice(-DIGITS)}` as Intl.StringNumericLiteral;
  return new Intl.NumberFormat(locale, { minimumFractionDigits: DIGITS, maximumFractionDigits: DIGITS }).format(plain);
}
