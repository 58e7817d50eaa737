import { monthStart } from "../../figures/calendar.ts";
import {
  comparedWith,
  MOST_MONTHS,
  monthsIn,
  pointsIn,
  type Range,
  type RangeKind,
  rangeOf,
} from "../../figures/ranges.ts";
import { type Piece, piecesOf, type Scope, type Tally, tallyOf } from "../../figures/tally.ts";
import { type Balance, balancesAt, type Day, firstMonth, type Replica, spentBetween } from "../../replica/index.ts";

/** So many months beside a single one, so that it can be seen in line. */
const BESIDE = 5;

export interface ChartsReading {
  readonly range: Range;
  readonly tally: Tally;
  readonly before: { readonly tally: Tally; readonly isPart: boolean } | null;
  /** What the chart of months is drawn of: more than the range where that is one month. */
  readonly months: { readonly range: Range; readonly names: readonly string[]; readonly tally: Tally };
  readonly points: readonly { readonly day: Day; readonly balances: ReadonlyMap<string, Balance> }[];
  readonly scope: Scope;
}

export async function readCharts(
  replica: Replica,
  scopeOf: Pick<Scope, "currency">,
  kind: RangeKind,
  offset: number,
  today: Day,
): Promise<ChartsReading> {
  const [accounts, categories, first] = await Promise.all([
    replica.all("account"),
    replica.all("category"),
    firstMonth(replica.store),
  ]);
  const scope = { ...scopeOf, accounts: byId(accounts), categories: byId(categories) } as unknown as Scope;
  const range = rangeOf(kind, today, offset, first);
  const wide = kind === "month" ? { from: monthStart(range.from, -BESIDE), to: range.to } : range;
  const compared = comparedWith(kind, range, today);
  const days = pointsIn(kind, range, today);
  const pieces = async ({ from, to }: Range) => piecesOf(await spentBetween(replica.store, from, to));
  const [now, before, balances] = await Promise.all([
    pieces(wide),
    compared && pieces(compared.range),
    balancesAt(replica.store, accounts as never, days),
  ]);
  return {
    range,
    scope,
    tally: tallyOf(now, scope, range),
    before: compared && before && { tally: tallyOf(before, scope, compared.range), isPart: compared.isPart },
    months: { range: wide, names: shownIn(wide, now), tally: tallyOf(now, scope, wide) },
    points: days.map((day, place) => ({ day, balances: balances[place] ?? new Map() })),
  };
}

/** All months; of very many only those with something in them, or one old entry would fill the page with nothing. */
function shownIn(range: Range, pieces: readonly Piece[]): string[] {
  const months = monthsIn(range);
  if (months.length <= MOST_MONTHS) return months;
  const moved = new Set(pieces.map(({ date }) => date.slice(0, 7)));
  return months.filter((month) => moved.has(month));
}

function byId<T extends { readonly id: string }>(all: readonly T[]): Map<string, T> {
  return new Map(all.map((one) => [one.id, one]));
}
