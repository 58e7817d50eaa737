import type { Answer } from "../api/problems.ts";
import type { SyncReply } from "../api/wire.ts";
import type { Outcome } from "../outbox/operation.ts";
import { progressOf } from "./meta.ts";
import { layPending, MOST_AT_ONCE, nextBatch, settle } from "./outbox.ts";
import { applyPage, type Pulling } from "./pull.ts";
import { unreadable } from "./unreadable.ts";
import { Workbench } from "./workbench.ts";

/** Sends what is pending, and takes what is new along. The outcomes are those of this time. */
export async function push(pushing: Pulling): Promise<Answer<readonly Outcome[]>> {
  const outcomes: Outcome[] = [];
  for (let most = MOST_AT_ONCE; ; ) {
    const [operations, { cursor }] = await pushing.store.read(async (tables) => [
      await nextBatch(tables, most),
      await progressOf(tables),
    ]);
    if (operations.length === 0) return { ok: true, status: 200, value: outcomes, etag: null };
    const answer = await pushing.api.sync({ operations, ...(cursor === null ? {} : { since: cursor }) });
    if (answer.ok) {
      const settled = await take(pushing, answer.value);
      outcomes.push(...answer.value.outcomes);
      // An answer that says nothing of what was asked would be asked for without end.
      if (settled === 0) return { ok: false, reason: "unreachable", status: answer.status };
    } else if (answer.reason === "refused" && answer.problem.status === 413 && most > 1) {
      most = Math.ceil(Math.min(most, operations.length) / 2);
    } else {
      const named = answer.reason === "refused" ? unreadable(operations, answer.problem) : [];
      // Nothing of the request was done: what the server cannot read waits for somebody, and the rest goes without it.
      if (named.length === 0 || (await take(pushing, { outcomes: named })) === 0) return answer;
      outcomes.push(...named);
    }
  }
}

function take({ store, now }: Pulling, reply: SyncReply): Promise<number> {
  return store.write("strict", async (tables) => {
    const bench = await Workbench.asOnServer(tables);
    const settled = await settle(tables, bench, reply.outcomes);
    if (reply.changes) await applyPage(tables, bench, reply.changes);
    await layPending(tables, bench, reply.changes?.hasMore === false, now());
    await bench.save();
    return settled;
  });
}
