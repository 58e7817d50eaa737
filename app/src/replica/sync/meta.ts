import { KINDS } from "../entities.ts";
import type { Reading, Writing } from "../store/store.ts";

/** How far a replica has read its ledger. */
export interface Progress {
  /** Null before anything was read. */
  readonly cursor: string | null;
  /** Counts how often everything was read from nothing. */
  readonly download: number;
  /** Whether the cursor has once come to the ledger's head since then. */
  readonly complete: boolean;
  /** The kinds that are read; a release that knows more reads the others beside. */
  readonly kinds: readonly string[];
  /** The ledger is gone, or no longer the user's: nothing is sent or read any more. */
  readonly gone: boolean;
}

const PROGRESS = "progress";
const SEQUENCE = "sequence";
const MERGED = "merged";

const nothing: Progress = { cursor: null, download: 1, complete: false, kinds: KINDS, gone: false };

export async function progressOf(tables: Reading): Promise<Progress> {
  return ((await tables.get("meta", PROGRESS))?.value as Progress | undefined) ?? nothing;
}

export async function setProgress(tables: Writing, change: Partial<Progress>): Promise<void> {
  tables.put("meta", { key: PROGRESS, value: { ...(await progressOf(tables)), ...change } });
}

/** How many operations were done together with changes of others, and nobody has looked at yet. */
export async function mergedIn(tables: Reading): Promise<number> {
  return ((await tables.get("meta", MERGED))?.value as number | undefined) ?? 0;
}

export async function countMerged(tables: Writing, more: number): Promise<void> {
  tables.put("meta", { key: MERGED, value: (await mergedIn(tables)) + more });
}

export async function forgetMerged(tables: Writing): Promise<void> {
  if ((await mergedIn(tables)) > 0) tables.delete("meta", MERGED);
}

export async function nextSequence(tables: Writing): Promise<number> {
  const next = (((await tables.get("meta", SEQUENCE))?.value as number | undefined) ?? 0) + 1;
  tables.put("meta", { key: SEQUENCE, value: next });
  return next;
}
