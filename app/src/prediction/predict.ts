import { type Day, type DayNumber, numberOf } from "../replica/money/dates.ts";

/** What is remembered of an entry, to predict the next. */
export interface Fact {
  readonly payee?: string;
  readonly categoryId?: string;
  readonly accountId: string;
  readonly amount: number;
  readonly date: Day;
  readonly createdAt: string;
  readonly tags?: readonly string[];
}

/** What is known of the entry that is being typed. */
export interface Question {
  readonly kind: "expense" | "income";
  readonly payee: string;
  /** In minor units, without its sign; null while none is typed. */
  readonly amount: number | null;
  readonly now: Date;
  readonly today: Day;
}

export interface Guess {
  readonly categoryId: string;
  readonly score: number;
  /** Why, most weighty first; told when somebody asks. */
  readonly reasons: readonly Reason[];
}

export type Reason =
  | { readonly kind: "payee"; readonly times: number }
  | { readonly kind: "amount"; readonly times: number }
  | { readonly kind: "time"; readonly times: number }
  | { readonly kind: "recent"; readonly times: number };

const OLDEST_DAYS = 400;
const WEIGHTS = { payee: 5, amount: 2, time: 1.5 } as const;

/** The categories that the entry most likely has, the likeliest first. Only arithmetic on this device, the same for the same facts. */
export function predicted(
  facts: readonly Fact[],
  question: Question,
  nameOf: (categoryId: string) => string | undefined,
  most = 6,
): Guess[] {
  const today = numberOf(question.today);
  const scores = new Map<string, { score: number; counts: Record<Reason["kind"], number> }>();
  for (const fact of facts) {
    const age = today - numberOf(fact.date);
    if (!fact.categoryId || age > OLDEST_DAYS || nameOf(fact.categoryId) === undefined) continue;
    if (fact.amount > 0 !== (question.kind === "income")) continue;
    const tally = scores.get(fact.categoryId) ?? { score: 0, counts: { payee: 0, amount: 0, time: 0, recent: 0 } };
    const recency = 0.5 ** (Math.max(0, age) / 30);
    let weight = 1;
    const count = (reason: "payee" | "amount" | "time", holds: boolean) => {
      if (!holds) return;
      weight += WEIGHTS[reason];
      tally.counts[reason]++;
    };
    count("payee", isSamePayee(fact, question.payee));
    count("amount", question.amount !== null && Math.abs(fact.amount) === question.amount);
    count("time", slotOf(new Date(fact.createdAt)) === slotOf(question.now));
    tally.counts.recent++;
    tally.score += weight * recency;
    scores.set(fact.categoryId, tally);
  }
  return [...scores]
    .map(([categoryId, { score, counts }]) => ({ categoryId, score, reasons: reasonsOf(counts) }))
    .sort((left, right) => right.score - left.score || compare(nameOf(left.categoryId), nameOf(right.categoryId)))
    .slice(0, most);
}

/** The category that is chosen by itself: of a payee whose last five entries have it at least three times. */
export function asLastTime(
  facts: readonly Fact[],
  payee: string,
): { categoryId: string; times: number; of: number } | null {
  const last = facts.filter((fact) => isSamePayee(fact, payee)).slice(0, 5);
  const counts = new Map<string, number>();
  for (const { categoryId } of last) if (categoryId) counts.set(categoryId, (counts.get(categoryId) ?? 0) + 1);
  for (const [categoryId, times] of counts) if (times >= 3) return { categoryId, times, of: last.length };
  return null;
}

/** Payees that begin so, or have a word that does; who was met most often lately comes first. */
export function payeesLike(facts: readonly Fact[], typed: string, today: Day, most = 5): string[] {
  const wanted = fold(typed);
  const now = numberOf(today);
  const scores = new Map<string, { name: string; score: number }>();
  for (const { payee, date } of facts) {
    if (!payee) continue;
    const folded = fold(payee);
    const begins = folded.startsWith(wanted);
    if (!begins && !folded.includes(` ${wanted}`)) continue;
    const known = scores.get(folded) ?? { name: payee, score: 0 };
    known.score += 0.5 ** (Math.max(0, now - numberOf(date)) / 30) * (begins ? 2 : 1);
    scores.set(folded, known);
  }
  return [...scores.values()]
    .sort((left, right) => right.score - left.score || compare(left.name, right.name))
    .slice(0, most)
    .map(({ name }) => name);
}

function isSamePayee({ payee }: Fact, typed: string): boolean {
  return typed.trim() !== "" && payee !== undefined && fold(payee) === fold(typed);
}

function fold(text: string): string {
  return text.trim().toLocaleLowerCase();
}

/** The weekday and the four hours of it. */
function slotOf(at: Date): DayNumber {
  return at.getDay() * 6 + Math.floor(at.getHours() / 4);
}

function reasonsOf(counts: Record<Reason["kind"], number>): Reason[] {
  const kinds: Reason["kind"][] = ["payee", "amount", "time", "recent"];
  return kinds.filter((kind) => counts[kind] > 0).map((kind) => ({ kind, times: counts[kind] }));
}

function compare(left = "", right = ""): number {
  return left < right ? -1 : Number(left > right);
}
