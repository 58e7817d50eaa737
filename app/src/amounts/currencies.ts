/** ISO 4217, by the decimals of the minor unit, where they are not two: as the server has them, which differs from what browsers know. */
const OTHERS: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF BYR",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

const decimals = new Map(
  Object.entries(OTHERS).flatMap(([count, codes]) => codes.split(" ").map((code) => [code, Number(count)] as const)),
);

/** How many decimals an amount of the currency has: EUR 2, JPY 0, BHD 3. */
export function decimalsOf(currency: string): number {
  return decimals.get(currency) ?? 2;
}

/** Offered first where somebody chooses; any code of ISO 4217 can be typed. */
export const COMMON_CURRENCIES =
  "EUR USD GBP CHF PLN CZK SEK NOK DKK HUF RON BGN RUB UAH KZT GEL AMD TRY JPY CNY INR AUD CAD BRL MXN ZAR ILS AED KRW BHD".split(
    " ",
  );

/** The server has them, too, and not every browser lists them: new ones, withdrawn ones, and units of account. */
const UNLISTED =
  "ANG BGN BOV CHE CHW COU CUC EEK HRK LTL LVL MRO MXV SLE SLL STD USN VED VEF XAD XCG ZMK ZWG ZWL".split(" ");

/** Whether it is one that somebody can have chosen here. Browsers write any other as a fault, or not at all. */
export function isCurrency(code: string): boolean {
  return [...COMMON_CURRENCIES, ...UNLISTED, ...decimals.keys(), ...Intl.supportedValuesOf("currency")].includes(code);
}

const BY_REGION: Readonly<Record<string, string>> = {
  US: "USD",
  GB: "GBP",
  CH: "CHF",
  LI: "CHF",
  PL: "PLN",
  CZ: "CZK",
  SE: "SEK",
  NO: "NOK",
  DK: "DKK",
  HU: "HUF",
  RO: "RON",
  RU: "RUB",
  UA: "UAH",
  KZ: "KZT",
  GE: "GEL",
  AM: "AMD",
  TR: "TRY",
  JP: "JPY",
  CN: "CNY",
  IN: "INR",
  AU: "AUD",
  CA: "CAD",
  BR: "BRL",
  MX: "MXN",
  ZA: "ZAR",
  IL: "ILS",
  AE: "AED",
  KR: "KRW",
  BH: "BHD",
};

/** What people of a locale most likely pay with; only proposed, and shown before anything is made of it. */
export function currencyFor(locale: string): string {
  const region = new Intl.Locale(locale).maximize().region ?? "";
  return BY_REGION[region] ?? "EUR";
}

/** The currency's name in the user's language, or its code. */
export function currencyName(currency: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: "currency", fallback: "code" }).of(currency) ?? currency;
}
