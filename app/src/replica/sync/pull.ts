import type { LedgerApi } from "../api/ledger-api.ts";
import type { Answer } from "../api/problems.ts";
import type { ChangesPage } from "../api/wire.ts";
import { isKnown, KINDS, type Kind, keyOf } from "../entities.ts";
import type { Store, Writing } from "../store/store.ts";
import { type Progress, progressOf, setProgress } from "./meta.ts";
import { layPending } from "./outbox.ts";
import { rowOf } from "./rows.ts";
import { Workbench } from "./workbench.ts";

export const PAGE = 1000;

export interface Pulling {
  readonly store: Store;
  readonly api: LedgerApi;
  now(): Date;
}

/** Reads what is new, to the ledger's head. Tells whether anything was. */
export async function pull(pulling: Pulling): Promise<Answer<boolean>> {
  for (let isNew = false; ; isNew = true) {
    const { cursor } = await pulling.store.read(progressOf);
    const answer = await pulling.api.changes({ since: cursor ?? undefined, limit: PAGE });
    if (!answer.ok) return answer;
    const page = answer.value ?? { items: [], cursor: cursor ?? "", hasMore: false };
    await pulling.store.write("relaxed", async (tables) => {
      const bench = await Workbench.asOnServer(tables);
      await applyPage(tables, bench, page);
      await layPending(tables, bench, !page.hasMore, pulling.now());
      await bench.save();
    });
    if (!page.hasMore) return { ...answer, value: isNew || page.items.length > 0 };
  }
}

/** What one page says is what the server has; at the end of a first download, what it did not say is not there. */
export async function applyPage(tables: Writing, bench: Workbench, page: ChangesPage): Promise<void> {
  const progress = await progressOf(tables);
  await applyItems(bench, page, progress.download);
  const isFirstDone = !progress.complete && !page.hasMore;
  // Of the very first download there is nothing from before.
  if (isFirstDone && progress.download > 1)
    await removeOthers(bench, KINDS, (row) => row.download === progress.download);
  await setProgress(tables, { cursor: page.cursor, complete: progress.complete || isFirstDone });
}

/** Reads all of some kinds beside the cursor: those that a release has newly learnt, or whose digest differs. */
export async function readKinds(pulling: Pulling, kinds: readonly Kind[]): Promise<Answer<null>> {
  const seen = new Set<string>();
  for (let since: string | undefined; ; ) {
    const answer = await pulling.api.changes({ since, limit: PAGE, kinds });
    if (!answer.ok) return answer;
    const page = answer.value;
    if (!page) return { ...answer, value: null };
    for (const { kind, id, deleted } of page.items) if (isKnown(kind) && !deleted) seen.add(keyOf(kind, id));
    await pulling.store.write("relaxed", async (tables) => {
      const bench = await Workbench.asOnServer(tables);
      const progress = await progressOf(tables);
      await applyItems(bench, page, progress.download);
      if (!page.hasMore) {
        await removeOthers(bench, kinds, (row) => seen.has(row.key));
        await setProgress(tables, { kinds: [...new Set([...progress.kinds, ...kinds])] });
      }
      await layPending(tables, bench, false, pulling.now());
      await bench.save();
    });
    if (!page.hasMore) return { ...answer, value: null };
    since = page.cursor;
  }
}

export function newlyLearnt({ kinds }: Progress): Kind[] {
  return KINDS.filter((kind) => !kinds.includes(kind));
}

async function applyItems(bench: Workbench, { items }: ChangesPage, download: number): Promise<void> {
  const known = items.flatMap((item) =>
    isKnown(item.kind) ? [{ ...item, kind: item.kind, key: keyOf(item.kind, item.id) }] : [],
  );
  await bench.load(known.map(({ key }) => key));
  for (const { kind, id, key, deleted, data } of known) {
    bench.set(key, deleted || data === null ? null : rowOf(kind, id, data, download));
  }
}

async function removeOthers(
  bench: Workbench,
  kinds: readonly Kind[],
  isThere: (row: { key: string; download: number }) => boolean,
) {
  for (const kind of kinds) {
    for (const row of await bench.ofKind(kind)) if (!isThere(row)) bench.set(row.key, null);
  }
}
