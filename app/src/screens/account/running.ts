import { type Entities, type Entry, sidesOf } from "../../replica/index.ts";

type Transaction = Entities["transaction"];

export interface Listed {
  readonly entry: Transaction;
  /** Its latest day in the account, under which it is listed. */
  readonly day: string;
  /** What it moved there. */
  readonly moved: bigint;
  /** What was there after it. */
  readonly balance: bigint;
}

/** Entries of an account, newest first, each with the balance after it; `total` is what is there with all of them. */
export function running(entries: readonly Transaction[], accountId: string, total: bigint): Listed[] {
  let balance = total;
  return entries.map((entry) => {
    const sides = sidesOf(entry as unknown as Entry).filter((side) => side.accountId === accountId);
    const moved = sides.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
    const day =
      sides
        .map(({ date }) => date)
        .sort()
        .at(-1) ?? entry.date;
    const listed = { entry, day, moved, balance };
    balance -= moved;
    return listed;
  });
}
