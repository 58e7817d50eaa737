import { shifted } from "../dates/shift.ts";
import type { Day, Entities, Place, Replica } from "../replica/index.ts";
import { sidesOf } from "../replica/money/entries.ts";
import { severalDaysIn } from "../replica/store/lists.ts";

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
    const below = { date: shifted(to, 1), order: "", id: "" };
    // Of entries with several days in it, the latest may be after these.
    for (const begin of [{ account, before: below }, { account: severalDaysIn(account) }])
      for await (const entry of listed(replica, begin, from))
        if (isIn(entry, account, from, to)) found.set(entry.id, entry);
  };
  await Promise.all(accounts.map(readOne));
  return [...found.values()].sort(newestFirst);
}

/** What stands in a list, down to a day. */
async function* listed(
  replica: Replica,
  begin: { readonly account: string; readonly before?: Place },
  from: Day,
): AsyncGenerator<Entry> {
  for (let query = begin; ; ) {
    const { items, next } = await replica.transactions({ ...query, since: from, limit: PAGE });
    yield* items;
    if (!next) return;
    query = { ...query, before: next };
  }
}

function isIn(entry: Entry, account: string, from: Day, to: Day): boolean {
  return sidesOf(entry as never).some((side) => side.accountId === account && side.date >= from && side.date <= to);
}

function newestFirst(left: Entry, right: Entry): number {
  return left.date === right.date ? (left.createdAt < right.createdAt ? 1 : -1) : left.date < right.date ? 1 : -1;
}
