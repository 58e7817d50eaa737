import type { Movement } from "../../replica/index.ts";
import type { Day } from "../../replica/money/dates.ts";
import { type Anchor, type Point, seriesOf } from "../account/series.ts";

export interface HeldAccount extends Anchor {
  readonly movements: readonly Movement[];
}

/** What all of the accounts had together at the end of each day on which that changed. */
export function worthOf(accounts: readonly HeldAccount[], from: Day, to: Day): Point[] {
  const changes = new Map<Day, bigint>();
  for (const account of accounts) {
    let before = 0n;
    for (const { day, balance } of seriesOf(account.movements, account, from, to)) {
      changes.set(day, (changes.get(day) ?? 0n) + balance - before);
      before = balance;
    }
  }
  let balance = 0n;
  return [...changes]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([day, change]) => {
      balance += change;
      return { day, balance };
    });
}
