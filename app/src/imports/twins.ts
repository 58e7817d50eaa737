import type { WaitingFile } from "./waiting.ts";

/** Files that are the same to the byte wait once: by each that came later, the one that was there before, which has the answers. */
export async function twinsIn(files: readonly WaitingFile[]): Promise<ReadonlyMap<string, string>> {
  const oldestFirst = [...files].sort((left, right) => (left.addedAt < right.addedAt ? -1 : 1));
  const twins = new Map<string, string>();
  for (const [place, file] of oldestFirst.entries()) {
    for (const before of oldestFirst.slice(0, place)) {
      if (twins.has(before.id) || !(await isSame(before, file))) continue;
      twins.set(file.id, before.id);
      break;
    }
  }
  return twins;
}

/** What was shared with the app is of no ledger yet. */
async function isSame(one: WaitingFile, other: WaitingFile): Promise<boolean> {
  if (one.ledgerId !== null && other.ledgerId !== null && one.ledgerId !== other.ledgerId) return false;
  if (one.file.size !== other.file.size) return false;
  const [bytes, others] = await Promise.all(
    [one, other].map(async ({ file }) => new Uint8Array(await file.arrayBuffer())),
  );
  return bytes !== undefined && others !== undefined && bytes.every((byte, at) => byte === others[at]);
}
