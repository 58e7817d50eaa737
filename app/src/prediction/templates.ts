import { type Day, numberOf } from "../replica/money/dates.ts";
import type { Fact } from "./predict.ts";

/** An entry that is made again and again: the same payee or category, account and amount. */
export interface Template {
  readonly fact: Fact;
  readonly times: number;
}

const OLDEST_DAYS = 100;
const LEAST = 3;

/** The entries that were made most often lately, by three times at least; the same facts always give the same ones. */
export function templatesOf(facts: readonly Fact[], kind: "expense" | "income", today: Day, most = 4): Template[] {
  const now = numberOf(today);
  const groups = new Map<string, { fact: Fact; times: number; score: number }>();
  for (const fact of facts) {
    const age = now - numberOf(fact.date);
    if (age > OLDEST_DAYS || fact.amount === 0 || fact.amount > 0 !== (kind === "income")) continue;
    if (!fact.payee && !fact.categoryId) continue;
    const key = [fact.payee?.trim().toLocaleLowerCase(), fact.categoryId, fact.accountId, fact.amount].join("|");
    const group = groups.get(key) ?? { fact, times: 0, score: 0 };
    group.times++;
    group.score += 0.5 ** (Math.max(0, age) / 30);
    groups.set(key, group);
  }
  return [...groups]
    .filter(([, { times }]) => times >= LEAST)
    .sort(([left, one], [right, other]) => other.score - one.score || (left < right ? -1 : 1))
    .slice(0, most)
    .map(([, { fact, times }]) => ({ fact, times }));
}
