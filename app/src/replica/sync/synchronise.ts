import type { Answer } from "../api/problems.ts";
import type { Outcome } from "../outbox/operation.ts";
import { progressOf, setProgress } from "./meta.ts";
import { forgetSent, layPending, sendAgain } from "./outbox.ts";
import { newlyLearnt, type Pulling, pull, readKinds } from "./pull.ts";
import { push } from "./push.ts";
import { Workbench } from "./workbench.ts";

export interface Synced {
  /** What became of what was sent. */
  readonly outcomes: readonly Outcome[];
  /** Whether everything had to be read from nothing: the server was restored, or this copy is new. */
  readonly isAnew: boolean;
}

const MOST_STARTS = 3;

/** One round: what is pending goes out, what is new comes in. */
export async function synchronise(context: Pulling): Promise<Answer<Synced>> {
  const outcomes: Outcome[] = [];
  for (let starts = 0; ; starts++) {
    const answer = await round(context, outcomes);
    if (answer.ok) {
      await context.store.write("relaxed", (tables) => forgetSent(tables, context.now()));
      return { ...answer, value: { outcomes, isAnew: starts > 0 } };
    }
    if (answer.reason !== "refused") return answer;
    // Not the user's any more, or deleted. What is here stays until somebody has seen it.
    if (answer.problem.status === 404)
      await context.store.write("strict", (tables) => setProgress(tables, { gone: true }));
    if (answer.problem.status !== 410 || starts === MOST_STARTS) return answer;
    await startAnew(context);
  }
}

async function round(context: Pulling, outcomes: Outcome[]): Promise<Answer<null>> {
  // Only a cursor shows whether the server that acknowledges is the one that is read afterwards, and was not restored in between.
  const { cursor } = await context.store.read(progressOf);
  const begun = cursor === null ? await pull(context) : null;
  if (begun && !begun.ok) return begun;
  const pushed = await push(context);
  if (!pushed.ok) return pushed;
  outcomes.push(...pushed.value);
  const pulled = await pull(context);
  if (!pulled.ok) return pulled;
  const learnt = newlyLearnt(await context.store.read(progressOf));
  const read = learnt.length > 0 ? await readKinds(context, learnt) : null;
  // A server that is older than this release does not know them either.
  const isUnknownThere = read && !read.ok && read.reason === "refused" && read.problem.status === 400;
  if (read && !read.ok && !isUnknownThere) return read;
  const { gone } = await context.store.read(progressOf);
  if (gone) await context.store.write("strict", (tables) => setProgress(tables, { gone: false }));
  return { ...pulled, value: null };
}

/**
 * The server does not know the cursor: it was restored from before it. Everything is read again, while what is here stays in sight, and
 * everything is said again that it may have lost. What it still knows it does not do twice.
 */
async function startAnew({ store, now }: Pulling): Promise<void> {
  await store.write("strict", async (tables) => {
    const bench = await Workbench.asOnServer(tables);
    const { download } = await progressOf(tables);
    await setProgress(tables, { cursor: null, download: download + 1, complete: false });
    await sendAgain(tables);
    await layPending(tables, bench, false, now());
    await bench.save();
  });
}
