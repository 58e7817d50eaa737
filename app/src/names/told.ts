import type { Command, Entities } from "../replica/index.ts";

type Entry = Entities["transaction"];

/** A payee or a tag, as entries tell of it. */
export interface Told {
  /** Compared without regard to case. */
  readonly key: string;
  /** As it was written last. */
  readonly name: string;
  readonly count: number;
  readonly lastUsed: string;
}

export type NameKind = "payee" | "tag";

/** The most used first; of the same count, the last used. Entries are given newest first. */
export function toldBy(kind: NameKind, entries: readonly Entry[]): Told[] {
  const told = new Map<string, Told>();
  for (const entry of entries) {
    for (const name of namesIn(kind, entry)) {
      const key = keyOf(name);
      const known = told.get(key);
      const isLater = !known || entry.date > known.lastUsed;
      told.set(key, {
        key,
        name: isLater ? name : known.name,
        count: (known?.count ?? 0) + 1,
        lastUsed: isLater ? entry.date : known.lastUsed,
      });
    }
  }
  return [...told.values()].sort(
    (left, right) =>
      right.count - left.count || compare(right.lastUsed, left.lastUsed) || left.name.localeCompare(right.name),
  );
}

export interface Renaming {
  readonly commands: readonly Command[];
  /** Those that are reconciled, which nobody may change more of than the status. */
  readonly skipped: number;
}

/** Gives a name another, wherever it stands. */
export function renamed(kind: NameKind, key: string, name: string, entries: readonly Entry[]): Renaming {
  const meant = entries.filter((entry) => namesIn(kind, entry).some((one) => keyOf(one) === key));
  const free = meant.filter(({ status, transfer }) => status !== "reconciled" && transfer?.status !== "reconciled");
  return {
    commands: free.map((entry) => ({
      type: "transaction.revise",
      entityId: entry.id,
      data: kind === "payee" ? { payee: name } : { tags: tagsWith(entry.tags, key, name) },
    })),
    skipped: meant.length - free.length,
  };
}

function tagsWith(tags: readonly string[], key: string, name: string): string[] {
  const replaced = tags.map((tag) => (keyOf(tag) === key ? name : tag));
  return replaced.filter((tag, place) => replaced.findIndex((other) => keyOf(other) === keyOf(tag)) === place);
}

function namesIn(kind: NameKind, entry: Entry): readonly string[] {
  if (kind === "tag") return entry.tags;
  const payee = entry.payee?.trim();
  return payee ? [payee] : [];
}

export function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
