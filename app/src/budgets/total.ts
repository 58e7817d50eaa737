import type { Standing } from "./read.ts";

export interface BudgetTotal {
  readonly currency: string;
  readonly available: bigint;
  readonly spent: bigint;
  readonly remaining: bigint;
}

/**
 * What budgets come to together: only of one currency, since nothing is converted here; of one period; and where no entry can count in two
 * of them, or it would be counted twice.
 */
export function totalOf(standings: readonly Standing[]): BudgetTotal | null {
  const [first, ...others] = standings;
  if (!first || others.length === 0) return null;
  const isAlike = ({ budget, status }: Standing) =>
    budget.currency === first.budget.currency &&
    status.periodStart === first.status.periodStart &&
    status.periodEnd === first.status.periodEnd;
  if (!others.every(isAlike)) return null;
  if (standings.some((one, place) => standings.slice(place + 1).some((other) => overlap(one, other)))) return null;
  const sum = (name: "available" | "spent" | "remaining") =>
    standings.reduce((total, { status }) => total + status[name], 0n);
  return {
    currency: first.budget.currency as string,
    available: sum("available"),
    spent: sum("spent"),
    remaining: sum("remaining"),
  };
}

/** Whether some entry could count in both: one that names no categories counts all, and so with accounts. */
function overlap({ budget: one }: Standing, { budget: other }: Standing): boolean {
  return share(one.categoryIds, other.categoryIds) && share(one.accountIds, other.accountIds);
}

function share(some: readonly string[], others: readonly string[]): boolean {
  return some.length === 0 || others.length === 0 || some.some((id) => others.includes(id));
}
