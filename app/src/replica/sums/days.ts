import type { Day } from "../money/dates.ts";
import { unpack } from "../money/money.ts";
import { type Store, under } from "../store/store.ts";
import { type Anchor, type Balance, balancesOf } from "./balances.ts";
import { monthIn, monthOf, namesOf, SPENT, type SpentRow } from "./rows.ts";

/** What came in and what went out on one day, of one account and one category. */
export interface DaySum {
  readonly date: Day;
  readonly accountId: string;
  readonly categoryId: string | null;
  readonly inflow: bigint;
  readonly outflow: bigint;
}

/** Both days included. From the sums that are kept, so that it costs the same however many entries there are. */
export async function spentBetween(store: Store, from: Day, to: Day): Promise<DaySum[]> {
  const rows = await store.read((tables) =>
    tables.range("sums", SPENT + monthOf(from), `${SPENT}${monthOf(to)}\uffff`),
  );
  return (rows as SpentRow[]).flatMap((row) =>
    Object.entries(row.sums).flatMap(([part, days]) =>
      Object.entries(days).flatMap(([day, [inflow, outflow]]) => {
        const date = `${monthIn(row)}-${day}`;
        if (date < from || date > to) return [];
        return [{ date, ...namesOf(part), inflow: unpack(inflow), outflow: unpack(outflow) }];
      }),
    ),
  );
}

/** The first month, yyyy-MM, in which anything was spent or came in. */
export async function firstMonth(store: Store): Promise<string | null> {
  const [first] = await store.read((tables) => tables.range("sums", ...under(SPENT), 1));
  return first ? monthIn(first) : null;
}

/** The balances at the end of each of the days, all as of one moment. */
export function balancesAt(
  store: Store,
  accounts: readonly Anchor[],
  days: readonly Day[],
): Promise<Map<string, Balance>[]> {
  return store.read((tables) => Promise.all(days.map((day) => balancesOf(tables, accounts, day))));
}
