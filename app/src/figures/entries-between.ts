import { shifted } from "../dates/shift.ts";
import type { Day, Entities, Place, Replica } from "../replica/index.ts";
import { sidesOf } from "../replica/money/entries.ts";

type Entry = Entities["transaction"];

const PAGE = 500;

/**
 * Every entry with a side in one of these accounts on one of these days, newest first. Asked for account by account, because the other
 * side of a transfer may have a day of its own.
 */
export async function entriesBetween(
  replica: Replica,
  accounts: readonly string[],
  from: Day,
  to: Day,
): Promise<Entry[]> {
  const found = new Map<string, Entry>();
  const readOne = async (account: string) => {
    let before: Place | null = { date: shifted(to, 1), order: "", id: "" };
    while (before) {
      const page: { items: Entry[]; next: Place | null } = await replica.transactions({
        account,
        before,
        since: from,
        limit: PAGE,
      });
      for (const entry of page.items) if (isIn(entry, account, from, to)) found.set(entry.id, entry);
      before = page.next;
    }
  };
  await Promise.all(accounts.map(readOne));
  return [...found.values()].sort(newestFirst);
}

function isIn(entry: Entry, account: string, from: Day, to: Day): boolean {
  return sidesOf(entry as never).some((side) => side.accountId === account && side.date >= from && side.date <= to);
}

function newestFirst(left: Entry, right: Entry): number {
  return left.date === right.date ? (left.createdAt < right.createdAt ? 1 : -1) : left.date < right.date ? 1 : -1;
}
