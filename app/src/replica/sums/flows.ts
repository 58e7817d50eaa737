import type { Day } from "../money/dates.ts";
import { unpack } from "../money/money.ts";
import type { Reading } from "../store/store.ts";
import { monthIn, monthOf, namesOf, SPENT, type SpentRow } from "./rows.ts";

/** What one account had of one category, or of none, on one day; transfers are no flow unless they have a category. */
export interface Flow {
  readonly date: Day;
  readonly accountId: string;
  readonly categoryId: string | null;
  readonly inflow: bigint;
  /** Negative, or nothing. */
  readonly outflow: bigint;
}

/** Of all days from one to another, both included. */
export async function flowsBetween(tables: Reading, first: Day, last: Day): Promise<Flow[]> {
  const rows = (await tables.range("sums", SPENT + monthOf(first), `${SPENT}${monthOf(last)}\uffff`)) as SpentRow[];
  return rows.flatMap((row) =>
    Object.entries(row.sums).flatMap(([part, days]) =>
      Object.entries(days).flatMap(([day, [inflow, outflow]]) => {
        const date = `${monthIn(row)}-${day}`;
        if (date < first || date > last) return [];
        return [{ date, ...namesOf(part), inflow: unpack(inflow), outflow: unpack(outflow) }];
      }),
    ),
  );
}

/** The first day that anything was spent or earned on. */
export async function firstFlow(tables: Reading): Promise<Day | null> {
  const [row] = (await tables.range("sums", SPENT, `${SPENT}\uffff`, 1)) as SpentRow[];
  return row ? `${monthIn(row)}-01` : null;
}
