import { decimalsOf } from "./currencies.ts";
import { AMOUNTS } from "./hidden.ts";
import { shown } from "./shown.ts";

/** A sentence of the server's with its amounts as the user has them everywhere else: the server knows the language, and not the format. */
export function withAmountsIn(text: string, locale: string): string {
  return text.replace(AMOUNTS, (told) => {
    const currency = told.slice(-3);
    const digits = told.replace(/\D/g, "");
    const decimals = decimalsOf(currency);
    // All decimals are written, whatever separates them; anything else is no amount of the server's.
    const isWhole = decimals === 0 || new RegExp(`[.,]\\d{${decimals}}\\u00a0`).test(told);
    if (!isWhole) return told;
    const minor = BigInt(digits);
    return shown(/^[-−]/.test(told) ? -minor : minor, currency, locale);
  });
}
