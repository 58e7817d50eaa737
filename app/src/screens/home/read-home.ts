import { countedIn, spentIn } from "../../budgets/counted.ts";
import { shifted } from "../../dates/shift.ts";
import { monthEnd, monthStart } from "../../figures/calendar.ts";
import { entriesBetween } from "../../figures/entries-between.ts";
import { piecesOf, type Scope, tallyOf } from "../../figures/tally.ts";
import { type Day, type Entities, type Replica, spentBetween } from "../../replica/index.ts";

const LAST = 5;
const DAYS_LOOKED = 90;

export interface Uncategorised {
  readonly count: number;
  readonly since: Day;
  readonly days: number;
}

/** All that Home shows, as of one moment and a day; from this device alone. */
export async function readHome(replica: Replica, on: Day, currency: string) {
  const [statuses, budgets, balances, last, accounts, categories] = await Promise.all([
    replica.statuses(on),
    replica.all("budget"),
    replica.balances(on),
    // What is only planned has not happened.
    replica.transactions({ limit: LAST, before: { date: shifted(on, 1), order: "", id: "" } }),
    replica.all("account"),
    replica.all("category"),
  ]);
  const scope = { currency, accounts: byId(accounts), categories: byId(categories) } as unknown as Scope;
  const range = { from: monthStart(on), to: monthEnd(on) };
  const since = shifted(on, 1 - DAYS_LOOKED);
  const ids = accounts.map(({ id }) => id);
  // Of these days the month is a part, but for its days to come.
  const [sums, today] = await Promise.all([
    spentBetween(replica.store, since, range.to),
    entriesBetween(replica, ids, on, on),
  ]);
  // The sums tell at no cost whether there is anything to count.
  const isAny = sums.some(({ categoryId, date }) => categoryId === null && date <= on);
  const looked = isAny ? await entriesBetween(replica, ids, since, on) : [];
  const spentToday = new Map(
    budgets.map((budget) => {
      const counted = countedIn(today as never[], budget, scope as never, { start: on, end: on });
      return [budget.id, spentIn(counted, budget.currency as string)] as const;
    }),
  );
  return {
    statuses,
    budgets,
    balances,
    last: last.items,
    spentToday,
    spending: { range, scope, tally: tallyOf(piecesOf(sums), scope, range) },
    uncategorised: { count: looked.filter(isUncategorised).length, since, days: DAYS_LOOKED },
  };
}

export type HomeReading = Awaited<ReturnType<typeof readHome>>;

/** As the filter of entries has it: no category in whole or in a part, and no transfer. */
function isUncategorised({ categoryId, transfer, splits }: Entities["transaction"]): boolean {
  if (categoryId || transfer) return false;
  return splits.length === 0 || splits.some((part) => !part.categoryId && !part.transfer);
}

function byId<T extends { readonly id: string }>(all: readonly T[]): Map<string, T> {
  return new Map(all.map((one) => [one.id, one]));
}
