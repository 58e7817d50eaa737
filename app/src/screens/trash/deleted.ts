import type { Entities, JsonObject } from "../../replica/index.ts";
import { folded } from "../../search/fold.ts";

export type Deleted = Entities["transaction"];

/** What the server has in its trash, and what was deleted here and is not there yet, each once, the last deleted first. */
export function merged(
  there: readonly Deleted[],
  here: readonly { readonly data: JsonObject; readonly at: string }[],
): Deleted[] {
  const all = new Map<string, Deleted>();
  for (const { data, at } of here) {
    const entry = { splits: [], tags: [], ...data, deletedAt: at } as unknown as Deleted;
    all.set(entry.id, entry);
  }
  for (const entry of there) all.set(entry.id, entry);
  return [...all.values()].sort((left, right) => ((left.deletedAt ?? "") < (right.deletedAt ?? "") ? 1 : -1));
}

/** As the server searches: the payee, the note and those of the parts. */
export function fits({ payee, note, splits }: Deleted, text: string): boolean {
  const wanted = folded(text.trim());
  if (wanted === "") return text.trim() === "";
  const told = [payee, note, ...splits.map((part) => part.note)];
  return told.some((one) => typeof one === "string" && folded(one).includes(wanted));
}
