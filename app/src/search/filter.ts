import type { Day, Line } from "../replica/index.ts";

export type LineStatus = Line["status"];
export type LineType = "expense" | "income" | "transfer" | "split" | "receipt";

/**
 * Which entries are meant, as the server's `GET transactions` says it: of one kind of value any that is given has to fit, and of the
 * kinds all. Beside that, what amounts have to be without their sign.
 */
export interface Filter {
  readonly accountId?: readonly string[];
  /** Ids, or `none`. */
  readonly categoryId?: readonly string[];
  readonly from?: Day;
  readonly to?: Day;
  /** Signed, in units of the currency. */
  readonly amount?: readonly Bound[];
  /** The same without the sign. */
  readonly size?: readonly Bound[];
  readonly status?: readonly LineStatus[];
  readonly type?: readonly LineType[];
  readonly tag?: readonly string[];
  readonly payee?: readonly string[];
  readonly createdBy?: readonly string[];
  readonly importId?: readonly string[];
  readonly q?: string;
  /** What `q` is as an amount: entries of that size are meant, too. */
  readonly qSize?: readonly Bound[];
}

/** A bound of an amount: the number times 10,000, since nobody knows yet how many decimals the currency has. */
export interface Bound {
  readonly is: ">" | ">=" | "<" | "<=";
  readonly value: bigint;
}

const SCALE = 4;

export function bound(is: Bound["is"], sign: 1n | -1n, number: string): Bound {
  const [whole = "0", fraction = ""] = number.split(".");
  return { is, value: sign * BigInt(whole + fraction.slice(0, SCALE).padEnd(SCALE, "0")) };
}

/** The minor units that bounds leave, ends included, in a currency with so many decimals. */
export function range(bounds: readonly Bound[], decimals: number): { readonly min: number; readonly max: number } {
  const unit = 10n ** BigInt(SCALE - decimals);
  let [min, max] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { is, value } of bounds) {
    const down = floorDiv(value, unit);
    const up = -floorDiv(-value, unit);
    if (is === ">") min = Math.max(min, Number(down + 1n));
    if (is === ">=") min = Math.max(min, Number(up));
    if (is === "<") max = Math.min(max, Number(up - 1n));
    if (is === "<=") max = Math.min(max, Number(down));
  }
  return { min, max };
}

function floorDiv(value: bigint, by: bigint): bigint {
  const whole = value / by;
  return value % by < 0n ? whole - 1n : whole;
}
