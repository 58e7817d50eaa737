/** Without spaces, in capitals: as the server keeps it. */
export function ibanOf(text: string): string {
  return text.replace(/[\s-]/g, "").toUpperCase();
}

/** By its form and its check digits (ISO 13616, modulo 97). */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

/** In groups of four, as it is printed. */
export function ibanShown(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, "$1 ");
}
