/**
 * Parts of a whole by their weights, to the minor unit: each gets what is below its share, and what is left goes to those that lost most
 * by that, the first of equals first. So the sum is the whole, always.
 */
export function shares(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + BigInt(Math.abs(weight)), 0n);
  if (sum === 0n) return equalParts(whole, weights.length);
  const [size, sign] = [BigInt(Math.abs(whole)), whole < 0 ? -1n : 1n];
  const exact = weights.map((weight, place) => {
    const product = size * BigInt(Math.abs(weight));
    return { place, part: product / sum, lost: product % sum };
  });
  let left = size - exact.reduce((total, { part }) => total + part, 0n);
  const order = [...exact].sort((one, other) =>
    one.lost === other.lost ? one.place - other.place : one.lost > other.lost ? -1 : 1,
  );
  for (const share of order) {
    if (left === 0n) break;
    share.part++;
    left--;
  }
  return exact.map(({ part }) => Number(sign * part));
}

export function equalParts(whole: number, count: number): number[] {
  return count === 0 ? [] : shares(whole, new Array<number>(count).fill(1));
}

/** So many percent of an amount; hundredths of a percent, half a minor unit up. */
export function percentOf(amount: number, hundredths: number): number {
  const product = BigInt(Math.abs(amount)) * BigInt(Math.abs(hundredths));
  const part = (product + 5_000n) / 10_000n;
  return Number(amount < 0 !== hundredths < 0 ? -part : part);
}
