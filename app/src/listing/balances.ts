import type { Day, Line } from "../replica/index.ts";
import { sidesOf } from "../replica/money/entries.ts";

export interface RunningAccount {
  readonly id: string;
  readonly openingBalance: number;
  readonly openedOn: Day;
}

interface Step {
  readonly id: string;
  readonly date: Day;
  readonly amount: bigint;
  readonly isPending: boolean;
}

/**
 * How an account stood after each of its entries up to today, in the order of the list: what is pending is on top, so the balance below
 * it is that of what the bank has booked. Entries of before the opening go backwards from the opening balance.
 */
export function runningBalances(
  lines: readonly Line[],
  { id: account, openingBalance, openedOn }: RunningAccount,
  today: Day,
): Map<string, bigint> {
  const steps: Step[] = [];
  for (const line of lines) {
    const own = sidesOf(line).filter(({ accountId }) => accountId === account);
    const [first] = own;
    if (!first || first.date > today) continue;
    const amount = own.reduce((sum, side) => sum + BigInt(side.amount), 0n);
    steps.push({ id: line.id, date: first.date, amount, isPending: first.status === "pending" });
  }
  steps.sort((left, right) =>
    left.isPending === right.isPending
      ? left.date === right.date
        ? 0
        : left.date < right.date
          ? 1
          : -1
      : left.isPending
        ? -1
        : 1,
  );
  let balance = BigInt(openingBalance);
  for (const { date, amount } of steps) if (date >= openedOn) balance += amount;
  const after = new Map<string, bigint>();
  for (const { id, amount } of steps) {
    after.set(id, balance);
    balance -= amount;
  }
  return after;
}
