/** Locales that stand for the ways in which numbers and dates are written. */
export const FORMAT_CHOICES = [
  "en-US",
  "en-GB",
  "de-DE",
  "de-CH",
  "fr-FR",
  "ru-RU",
  "pl-PL",
  "sv-SE",
  "en-IN",
] as const;
