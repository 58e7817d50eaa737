import type { Answer } from "../api/problems.ts";
import type { Kind } from "../entities.ts";
import { type Differences, differences, digestAt } from "./digest.ts";
import { progressOf } from "./meta.ts";
import { type Pulling, pull, readKinds } from "./pull.ts";

export interface Checked {
  readonly cursor: string;
  /** Kinds that differed and were read again. */
  readonly repaired: readonly Kind[];
  /** What still differs: nothing, unless this engine and the server do not reckon alike. */
  readonly remaining: Differences;
}

const MOST_TRIES = 5;

/** Compares the copy with the server's digest, and reads the kinds anew that differ. */
export async function check(context: Pulling): Promise<Answer<Checked>> {
  const first = await compare(context);
  if (!first.ok) return first;
  const { cursor, found } = first.value;
  if (found.kinds.length === 0) return { ...first, value: { cursor, repaired: [], remaining: found } };
  const read = await readKinds(context, found.kinds);
  if (!read.ok) return read;
  const again = await compare(context);
  if (!again.ok) return again;
  return { ...again, value: { cursor: again.value.cursor, repaired: found.kinds, remaining: again.value.found } };
}

/** At one and the same state: while others write, it is read and asked again. */
async function compare(context: Pulling): Promise<Answer<{ cursor: string; found: Differences }>> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const pulled = await pull(context);
    if (!pulled.ok) return pulled;
    const { cursor } = await context.store.read(progressOf);
    const answer = await digestAt(context.api, cursor);
    if (!answer.ok) return answer;
    const digest = answer.value;
    if (digest) {
      const found = await context.store.read((tables) => differences(tables, digest));
      return { ...answer, value: { cursor: digest.cursor, found } };
    }
  }
  return { ok: false, reason: "busy", retryAfterMs: null };
}
