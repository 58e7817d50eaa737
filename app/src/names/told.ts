import type { Command } from "../replica/index.ts";
import { folded } from "../search/fold.ts";

/** What of an entry tells of payees and tags. */
export interface Telling {
  readonly id: string;
  readonly date: string;
  readonly payee?: string | null;
  readonly tags: readonly string[];
  readonly status?: string | null;
  readonly transfer?: { readonly status?: string | null } | null;
}

/** A payee or a tag, as entries tell of it. */
export interface Told {
  /** What differs only in case and accents is one, as the search finds it. */
  readonly key: string;
  /** As it is written most often; of the same count, as it was written last. */
  readonly name: string;
  readonly otherSpellings: readonly string[];
  readonly count: number;
  readonly lastUsed: string;
}

export type NameKind = "payee" | "tag";
export type NameOrder = "most" | "last" | "name";

export const NAME_ORDERS: readonly NameOrder[] = ["most", "last", "name"];

interface Spelled {
  times: number;
  last: string;
}

/** In no order yet: see `listed`. */
export function toldBy(kind: NameKind, entries: readonly Telling[]): Told[] {
  const spelled = new Map<string, Map<string, Spelled>>();
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const seen = new Set<string>();
    for (const name of namesIn(kind, entry)) {
      const key = keyOf(name);
      const spellings = spelled.get(key) ?? new Map<string, Spelled>();
      spelled.set(key, spellings);
      const known = spellings.get(name) ?? { times: 0, last: "" };
      spellings.set(name, { times: known.times + 1, last: later(entry.date, known.last) });
      if (!seen.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
      seen.add(key);
    }
  }
  return [...spelled].map(([key, spellings]) => {
    const inOrder = [...spellings].sort(
      ([a, left], [b, right]) => right.times - left.times || compare(right.last, left.last) || compare(a, b),
    );
    const [name = "", ...otherSpellings] = inOrder.map(([spelling]) => spelling);
    const lastUsed = inOrder.reduce((last, [, one]) => later(one.last, last), "");
    return { key, name, otherSpellings, count: counts.get(key) ?? 0, lastUsed };
  });
}

/** Those that hold what was typed, in the order that was chosen. */
export function listed(all: readonly Told[], typed: string, order: NameOrder, locale: string): Told[] {
  const wanted = keyOf(typed);
  const byName = new Intl.Collator(locale, { numeric: true });
  return all
    .filter(({ key }) => key.includes(wanted))
    .sort((left, right) => {
      const count = right.count - left.count;
      const last = compare(right.lastUsed, left.lastUsed);
      const name = byName.compare(left.name, right.name) || compare(left.key, right.key);
      return order === "name" ? name : order === "last" ? last || count || name : count || last || name;
    });
}

export interface Renaming {
  readonly commands: readonly Command[];
  /** Those that are reconciled, which nobody may change more of than the status. */
  readonly skipped: number;
}

/** Gives a name another wherever it stands and is not written so already; a tag that is given none is taken off. */
export function renamed(kind: NameKind, key: string, name: string | null, entries: readonly Telling[]): Renaming {
  const commands: Command[] = [];
  let skipped = 0;
  for (const entry of entries) {
    const data = kind === "payee" ? payeeIn(entry, key, name) : tagsIn(entry, key, name);
    if (data === null) continue;
    if (entry.status === "reconciled" || entry.transfer?.status === "reconciled") skipped++;
    else commands.push({ type: "transaction.revise", entityId: entry.id, data });
  }
  return { commands, skipped };
}

function payeeIn({ payee }: Telling, key: string, name: string | null): { payee: string | null } | null {
  return !payee || keyOf(payee) !== key || payee === name ? null : { payee: name };
}

function tagsIn({ tags }: Telling, key: string, name: string | null): { tags: string[] } | null {
  if (!tags.some((tag) => keyOf(tag) === key)) return null;
  const replaced = tags.flatMap((tag) => (keyOf(tag) !== key ? [tag] : name === null ? [] : [name]));
  const kept = replaced.filter((tag, place) => replaced.findIndex((other) => keyOf(other) === keyOf(tag)) === place);
  return kept.length === tags.length && kept.every((tag, place) => tag === tags[place]) ? null : { tags: kept };
}

function namesIn(kind: NameKind, entry: Telling): readonly string[] {
  if (kind === "tag") return entry.tags;
  const payee = entry.payee?.trim();
  return payee ? [payee] : [];
}

export function keyOf(name: string): string {
  return folded(name.trim());
}

function later(one: string, other: string): string {
  return compare(one, other) > 0 ? one : other;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
