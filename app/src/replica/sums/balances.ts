import type { Day } from "../money/dates.ts";
import { unpack } from "../money/money.ts";
import { type Reading, under } from "../store/store.ts";
import { type MovedRow, movedPrefix } from "./rows.ts";

export interface Balance {
  readonly balance: bigint;
  readonly clearedBalance: bigint;
  /** Sides of transactions, whatever their day. */
  readonly entries: number;
}

export interface Anchor {
  readonly id: string;
  readonly openingBalance: number;
  readonly openedOn: Day;
}

interface Moved {
  readonly date: Day;
  readonly all: bigint;
  readonly cleared: bigint;
  readonly sides: number;
}

/**
 * The opening balance is what was there at the start of `openedOn`: entries from that day on are added to it, and earlier ones change no
 * later balance. With a day, the balance at its end; before `openedOn` it goes backwards from the opening balance.
 */
export async function balanceOf(tables: Reading, account: Anchor, on?: Day): Promise<Balance> {
  const rows = (await tables.range("sums", ...under(movedPrefix(account.id)))) as MovedRow[];
  let [balance, clearedBalance] = [BigInt(account.openingBalance), BigInt(account.openingBalance)];
  let entries = 0;
  for (const { date, all, cleared, sides } of rows.flatMap(daysOf)) {
    entries += sides;
    const sign = signOf(date, account.openedOn, on);
    balance += sign * all;
    clearedBalance += sign * cleared;
  }
  return { balance, clearedBalance, entries };
}

/** Moved up to the day less moved before the anchor; without a day, all that is not before the anchor. */
function signOf(date: Day, openedOn: Day, on: Day | undefined): bigint {
  const isBefore = date < openedOn ? 1n : 0n;
  return (on === undefined || date <= on ? 1n : 0n) - isBefore;
}

function daysOf(row: MovedRow): Moved[] {
  const month = row.key.slice(-7);
  return Object.entries(row.days).map(([day, [all, cleared, sides]]) => ({
    date: `${month}-${day}`,
    all: unpack(all),
    cleared: unpack(cleared),
    sides: Number(unpack(sides)),
  }));
}
