import type { Day } from "../money/dates.ts";
import { unpack } from "../money/money.ts";
import { type Reading, under } from "../store/store.ts";
import { MOVED, type MovedRow, monthIn } from "./rows.ts";

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

/**
 * By account. The opening balance is what was there at the start of `openedOn`: entries from that day on are added to it, and earlier ones
 * change no later balance. With a day, the balance at its end; before `openedOn` it goes backwards from the opening balance.
 */
export async function balancesOf(
  tables: Reading,
  accounts: readonly Anchor[],
  on?: Day,
): Promise<Map<string, Balance>> {
  const rows = (await tables.range("sums", ...under(MOVED))) as MovedRow[];
  return new Map(accounts.map((account) => [account.id, balanceFrom(rows, account, on)]));
}

function balanceFrom(rows: readonly MovedRow[], { id, openingBalance, openedOn }: Anchor, on?: Day): Balance {
  let [balance, clearedBalance] = [BigInt(openingBalance), BigInt(openingBalance)];
  let entries = 0;
  for (const row of rows) {
    const month = monthIn(row);
    for (const [day, [all, cleared, sides]] of Object.entries(row.sums[id] ?? {})) {
      entries += Number(unpack(sides));
      const sign = signOf(`${month}-${day}`, openedOn, on);
      balance += sign * unpack(all);
      clearedBalance += sign * unpack(cleared);
    }
  }
  return { balance, clearedBalance, entries };
}

/** What one day moved in an account. */
export interface Movement {
  readonly day: Day;
  readonly moved: bigint;
  readonly entries: number;
}

/** The days on which an account was moved, in their order. */
export async function movementsOf(tables: Reading, account: string): Promise<Movement[]> {
  const rows = (await tables.range("sums", ...under(MOVED))) as MovedRow[];
  return rows.flatMap((row) =>
    Object.entries(row.sums[account] ?? {})
      .map(([day, [all, , sides]]) => ({
        day: `${monthIn(row)}-${day}`,
        moved: unpack(all),
        entries: Number(unpack(sides)),
      }))
      .sort((left, right) => (left.day < right.day ? -1 : 1)),
  );
}

/** Moved up to the day less moved before the anchor; without a day, all that is not before the anchor. */
function signOf(date: Day, openedOn: Day, on: Day | undefined): bigint {
  const isBefore = date < openedOn ? 1n : 0n;
  return (on === undefined || date <= on ? 1n : 0n) - isBefore;
}
