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

/** Pages that are written at once: so that sums, which any page may have a part in, are not written for each of them. */
const PAGES_AT_ONCE = 5;

export interface Pulling {
  readonly store: Store;
  readonly api: LedgerApi;
  now(): Date;
}

/** Reads what is new, to the ledger's head; what comes next while the last is written. Tells whether anything was. */
export async function pull({ store, api, now }: Pulling): Promise<Answer<boolean>> {
  const { cursor } = await store.read(progressOf);
  const write = (page: ChangesPage) =>
    store.write("relaxed", async (tables) => {
      const bench = await Workbench.asOnServer(tables);
      await applyPage(tables, bench, page);
      await layPending(tables, bench, !page.hasMore, now());
      await bench.save();
    });
  let isNew = false;
  for (let came = await pagesSince(api, cursor); ; ) {
    const { page, answer } = came;
    isNew ||= page !== null && page.items.length > 0;
    const goesOn = answer.ok && page?.hasMore;
    const [next] = await Promise.all([goesOn ? pagesSince(api, page.cursor) : null, page && write(page)]);
    if (!next) return answer.ok ? { ...answer, value: isNew } : answer;
    came = next;
  }
}

interface Came {
  /** Several pages as one, whose cursor is the last one's. What came counts, whatever becomes of the request after it. */
  readonly page: ChangesPage | null;
  /** To the last request. */
  readonly answer: Answer<unknown>;
}

async function pagesSince(api: LedgerApi, since: string | null): Promise<Came> {
  const pages: ChangesPage[] = [];
  for (let cursor = since; ; ) {
    const answer = await api.changes({ since: cursor ?? undefined, limit: PAGE });
    if (answer.ok) pages.push(answer.value ?? { items: [], cursor: cursor ?? "", hasMore: false });
    const last = pages.at(-1);
    const page = last ? { ...last, items: pages.flatMap(({ items }) => items) } : null;
    if (!answer.ok || !page?.hasMore || pages.length === PAGES_AT_ONCE) return { page, answer };
    cursor = page.cursor;
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
  for (const [place, { kind, id, key, deleted, data }] of known.entries()) {
    bench.set(key, deleted || data === null ? null : rowOf(kind, id, data, download));
    await bench.turnAfter(place + 1);
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
