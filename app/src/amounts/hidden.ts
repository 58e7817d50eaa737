/** As the server writes amounts in its sentences: a number, a space that does not break, and the currency. */
export const AMOUNTS = /[-−]?\d[\d.,'’\u00a0\u202f]*\u00a0[A-Z]{3}\b/g;

/** A sentence of the server's whose amounts nobody is to read. */
export function withoutAmounts(text: string): string {
  return text.replace(AMOUNTS, "•••");
}
