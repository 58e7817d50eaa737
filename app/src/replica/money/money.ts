/**
 * Money is whole minor units: EUR 12.50 is 1250. One amount has at most 15 digits, which a number holds exactly. A sum may be larger
 * than that, so every sum and every figure made of sums is a bigint.
 */
export type Minor = number;

/** The largest amount of one entry or budget, either way. */
export const MAX_MINOR = 999_999_999_999_999;

const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

export function isMinor(value: unknown): value is Minor {
  return Number.isSafeInteger(value) && Math.abs(value as number) <= MAX_MINOR;
}

/** Brings a figure of an answer into the range of the server's numbers, where it saturates as there. */
export function saturated(value: bigint): bigint {
  if (value > LONG_MAX) return LONG_MAX;
  return value < LONG_MIN ? LONG_MIN : value;
}

export function larger(left: bigint, right: bigint): bigint {
  return left > right ? left : right;
}

export function smaller(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}

/** A sum as it is kept in a store: a number as long as that is exact. */
export type Packed = number | string;

export function pack(sum: bigint): Packed {
  const plain = Number(sum);
  return Number.isSafeInteger(plain) ? plain : sum.toString();
}

export function unpack(sum: Packed | undefined): bigint {
  return sum === undefined ? 0n : BigInt(sum);
}

/** The amount with the decimals of its currency: 1250 with 2 is "12.50". */
export function format(minor: bigint | Minor, decimals: number): string {
  const sum = BigInt(minor);
  const digits = (sum < 0n ? -sum : sum).toString().padStart(decimals + 1, "0");
  const sign = sum < 0n ? "-" : "";
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Reads "12.5" or "-12.50" exactly; null for what has more decimals than the currency, is too large, or is no number. */
export function parse(text: string, decimals: number): Minor | null {
  const match = /^([+-]?)(\d{1,15})(?:\.(\d{1,4}))?$/.exec(text.trim());
  const [, sign, whole, fraction = ""] = match ?? [];
  if (whole === undefined || fraction.length > decimals) return null;
  const minor = Number(whole + fraction.padEnd(decimals, "0"));
  if (!isMinor(minor)) return null;
  return sign === "-" && minor !== 0 ? -minor : minor;
}
