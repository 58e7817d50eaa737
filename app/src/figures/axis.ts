import { larger, smaller } from "../replica/money/money.ts";

/** What an axis of amounts begins and ends with, and the round values that are written beside it. */
export interface Axis {
  readonly low: bigint;
  readonly high: bigint;
  /** Two to four, the lowest first. */
  readonly ticks: readonly bigint[];
  /** Zero is not on it: then no height stands for an amount, and nothing may be filled as if it did. */
  readonly isCut: boolean;
}

const MOST_STEPS = 3n;
const STEPS = [1n, 2n, 5n];

/** With zero in it, unless that would leave what changes less than a third of the height. */
export function axisOf(values: readonly bigint[]): Axis {
  const [first = 0n] = values;
  let low = values.reduce(smaller, first);
  let high = values.reduce(larger, first);
  if (low > 0n && (low === high || 3n * low <= 2n * high)) low = 0n;
  if (high < 0n && (low === high || 3n * high >= 2n * low)) high = 0n;
  if (low === high) high += 1n;
  const step = stepOf(low, high);
  const [from, to] = [down(low, step), -down(-high, step)];
  const ticks = Array.from({ length: Number(to - from) + 1 }, (_, place) => (from + BigInt(place)) * step);
  return { low: from * step, high: to * step, ticks, isCut: from > 0n || to < 0n };
}

/** Where a value is between the top, which is 0, and the bottom, which is 1. */
export function heightOf(value: bigint, { low, high }: Axis): number {
  return Number((100_000n * (high - value)) / (high - low)) / 100_000;
}

/** The smallest round one that is enough. */
function stepOf(low: bigint, high: bigint): bigint {
  for (let unit = 1n; ; unit *= 10n)
    for (const one of STEPS) {
      const step = one * unit;
      if (-down(-high, step) - down(low, step) <= MOST_STEPS) return step;
    }
}

function down(value: bigint, by: bigint): bigint {
  const whole = value / by;
  return value % by < 0n ? whole - 1n : whole;
}
