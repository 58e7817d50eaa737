import type { Flow } from "../../replica/index.ts";

export interface CountedAccount {
  readonly currency: string;
  readonly onBudget: boolean;
}

/** What decides how a flow is told: by account and category. */
export interface Scope {
  readonly currency: string;
  readonly accounts: ReadonlyMap<string, CountedAccount>;
  readonly kinds: ReadonlyMap<string, "expense" | "income">;
}

export interface Told {
  /** By category; null is what has none. What came back lowers it. */
  readonly spent: ReadonlyMap<string | null, bigint>;
  readonly earned: ReadonlyMap<string | null, bigint>;
  /** What flowed in other currencies, which there is no rate for: by currency. */
  readonly unconverted: ReadonlyMap<string, bigint>;
}

/**
 * Each flow of an account on the budget is told once: as spent where its category is for expenses, as earned where it is for income. Without
 * a category what went out was spent, and what came in was earned. So earned less spent is what the accounts won or lost by it.
 */
export function told(flows: readonly Flow[], { currency, accounts, kinds }: Scope): Told {
  const [spent, earned] = [new Map<string | null, bigint>(), new Map<string | null, bigint>()];
  const unconverted = new Map<string, bigint>();
  for (const { accountId, categoryId, inflow, outflow } of flows) {
    const account = accounts.get(accountId);
    if (!account?.onBudget) continue;
    if (account.currency !== currency) {
      add(unconverted, account.currency, inflow + outflow);
      continue;
    }
    const kind = categoryId === null ? undefined : kinds.get(categoryId);
    if (kind !== "income") add(spent, kind ? categoryId : null, -outflow - (kind ? inflow : 0n));
    if (kind !== "expense") add(earned, kind ? categoryId : null, inflow + (kind ? outflow : 0n));
  }
  return { spent, earned, unconverted };
}

export function sumOf(amounts: ReadonlyMap<unknown, bigint>): bigint {
  return [...amounts.values()].reduce((sum, amount) => sum + amount, 0n);
}

/** The most first; what is nothing is left out. */
export function ranked<K>(amounts: ReadonlyMap<K, bigint>): (readonly [K, bigint])[] {
  return [...amounts]
    .filter(([, amount]) => amount !== 0n)
    .sort(([, left], [, right]) => (left > right ? -1 : left < right ? 1 : 0));
}

export interface MonthTold {
  /** yyyy-MM. */
  readonly month: string;
  readonly spent: bigint;
  readonly earned: bigint;
}

/** One for each of the months, also for those in which nothing flowed. */
export function byMonth(flows: readonly Flow[], months: readonly string[], scope: Scope): MonthTold[] {
  const of = new Map<string, Flow[]>(months.map((month) => [month, []]));
  for (const flow of flows) of.get(flow.date.slice(0, 7))?.push(flow);
  return months.map((month) => {
    const { spent, earned } = told(of.get(month) ?? [], scope);
    return { month, spent: sumOf(spent), earned: sumOf(earned) };
  });
}

function add<K>(amounts: Map<K, bigint>, key: K, amount: bigint): void {
  if (amount !== 0n) amounts.set(key, (amounts.get(key) ?? 0n) + amount);
}
