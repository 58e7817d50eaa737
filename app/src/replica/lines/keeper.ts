import type { EntityRow } from "../entities.ts";
import type { Reading, Writing } from "../store/store.ts";
import { type Line, lineOf, newestFirst } from "./line.ts";
import { type PackedLines, packLines, unpackLines } from "./packed.ts";

/** The lines of one month, newest first. */
export interface LinesRow {
  /** The month. */
  readonly key: string;
  readonly text: PackedLines;
}

/** By month, a number that grows whenever its lines change: so that a reader knows which to read again. */
export type Stamps = Readonly<Record<string, number>>;

const STAMPS = "lines";

/** Brings the lines up to date with the transactions that one write changes; each month is read and written once. */
export class LineKeeper {
  private readonly changes = new Map<string, Map<string, Line | null>>();

  /** A transaction was replaced, made (from null) or taken away (to null). */
  change(before: EntityRow | null, after: EntityRow | null): void {
    if (before?.kind === "transaction") this.of(before).set(before.id, null);
    if (after?.kind === "transaction") this.of(after).set(after.id, lineOf(after));
  }

  async save(tables: Writing): Promise<void> {
    if (this.changes.size === 0) return;
    const stamps: Record<string, number> = { ...(await stampsOf(tables)) };
    // One after the other: so that a page that touches a hundred months leaves room for whoever types meanwhile.
    for (const [month, changed] of this.changes) {
      const known = await tables.get("lines", month);
      const lines = (known ? unpackLines(known.text) : []).filter(({ id }) => !changed.has(id));
      for (const line of changed.values()) if (line) lines.push(line);
      if (lines.length === 0) tables.delete("lines", month);
      else tables.put("lines", { key: month, text: packLines(lines.sort(newestFirst)) });
      stamps[month] = (stamps[month] ?? 0) + 1;
    }
    this.changes.clear();
    tables.put("meta", { key: STAMPS, value: stamps });
  }

  private of({ date = "" }: EntityRow): Map<string, Line | null> {
    const month = date.slice(0, 7);
    const known = this.changes.get(month) ?? new Map<string, Line | null>();
    this.changes.set(month, known);
    return known;
  }
}

export interface ChangedLines {
  readonly stamps: Stamps;
  /** Newest month first; null where nothing is left of one. */
  readonly months: readonly (readonly [month: string, text: PackedLines | null])[];
}

/** The months whose lines are others than those that the reader has. */
export async function linesSince(tables: Reading, known: Stamps): Promise<ChangedLines> {
  const stamps = await stampsOf(tables);
  const changed = Object.keys(stamps).filter((month) => stamps[month] !== known[month]);
  const isMost = changed.length > 12;
  const rows = isMost
    ? await tables.range("lines")
    : await Promise.all(changed.map((month) => tables.get("lines", month)));
  const texts = new Map(rows.flatMap((row) => (row ? [[row.key, row.text] as const] : [])));
  const months = changed.sort().reverse();
  return { stamps, months: months.map((month) => [month, texts.get(month) ?? null] as const) };
}

async function stampsOf(tables: Reading): Promise<Stamps> {
  return ((await tables.get("meta", STAMPS))?.value as Stamps | undefined) ?? {};
}
