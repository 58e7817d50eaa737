import { type Bound, bound, type Filter } from "./filter.ts";

/** `>20`, `20..50` and `20` are sizes, whatever way the money went; with a sign of its own it is the amount as it stands. */
export function amountOf(value: string): Filter | null {
  const plain = value.replaceAll(",", ".").replaceAll("−", "-").replaceAll("≥", ">=").replaceAll("≤", "<=");
  const between = /^([+-]?)(\d+(?:\.\d+)?)\.\.([+-]?)(\d+(?:\.\d+)?)$/.exec(plain);
  const single = /^(>=|<=|>|<|=)?([+-]?)(\d+(?:\.\d+)?)$/.exec(plain);
  if (!between && !single) return null;
  const isSigned = between ? between[1] !== "" || between[3] !== "" : single?.[2] !== "";
  const bounds: Bound[] = between
    ? [bound(">=", signOf(between[1]), between[2] ?? "0"), bound("<=", signOf(between[3]), between[4] ?? "0")]
    : boundsOf(single?.[1], signOf(single?.[2]), single?.[3] ?? "0");
  return isSigned ? { amount: bounds } : { size: bounds };
}

function boundsOf(is: string | undefined, sign: 1n | -1n, number: string): Bound[] {
  if (is === ">" || is === ">=" || is === "<" || is === "<=") return [bound(is, sign, number)];
  return [bound(">=", sign, number), bound("<=", sign, number)];
}

function signOf(text: string | undefined): 1n | -1n {
  return text === "-" ? -1n : 1n;
}
