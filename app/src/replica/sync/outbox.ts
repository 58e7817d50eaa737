import { keyOf } from "../entities.ts";
import { kindOf, type Operation, type OutboxRow, type Outcome } from "../outbox/operation.ts";
import { wellFormed } from "../outbox/well-formed.ts";
import type { Reading, Writing } from "../store/store.ts";
import { countMerged } from "./meta.ts";
import type { Workbench } from "./workbench.ts";

export const MOST_AT_ONCE = 500;

/** How long what is done is kept, to be sent again to a server that was restored from before it. */
const SENT_KEPT_MS = 7 * 86_400_000;

/**
 * What to send next: pending operations in the order they were given, and before each what was acknowledged on the same entity, so that
 * the server does not take it for somebody else's change.
 */
export async function nextBatch(tables: Reading, most: number): Promise<Operation[]> {
  const rows = await tables.range("outbox");
  const pending = rows.filter((row) => row.state === "pending");
  const along = (until: number) => {
    const named = new Set(pending.slice(0, until).map(entityKey));
    const last = pending[until - 1]?.key ?? "";
    return rows.filter((row) => row.state !== "pending" && row.key < last && named.has(entityKey(row)));
  };
  let count = Math.min(pending.length, most);
  while (count > 1 && count + along(count).length > most) count--;
  const chosen = [...pending.slice(0, count), ...along(count).slice(-(most - count) || rows.length)];
  return chosen.sort((left, right) => (left.key < right.key ? -1 : 1)).map((row) => sendable(row.operation));
}

/** As given, but for halves of characters that an earlier release let in: no server has ever read those. */
function sendable(operation: Operation): Operation {
  return operation.data === undefined ? operation : { ...operation, data: wellFormed(operation.data) };
}

/** What the server answered is kept with what was asked. Tells how many operations are no longer pending. */
export async function settle(tables: Writing, bench: Workbench, outcomes: readonly Outcome[]): Promise<number> {
  const asked = new Map((await tables.range("outbox")).map((row) => [row.operation.id, row]));
  let [settled, merged] = [0, 0];
  for (const outcome of outcomes) {
    const row = asked.get(outcome.id);
    if (row?.state !== "pending") continue;
    settled++;
    if (outcome.status === "applied" || outcome.status === "merged") {
      // What is said again to a restored server was told long ago.
      if (outcome.status === "merged" && !row.outcome) merged++;
      tables.put("outbox", { ...row, outcome, state: "acknowledged" });
      continue;
    }
    const seen = await tables.get("entities", entityKey(row));
    const { operation, at, on } = row;
    tables.delete("outbox", row.key);
    tables.put("issues", { key: operation.id, operation, outcome, at, on, mine: seen?.data ?? null });
    await bench.load([entityKey(row)]);
  }
  if (merged > 0) await countMerged(tables, merged);
  return settled;
}

/**
 * Lays what is not in the server's state over it, and lets go what is not needed any more. `isCurrent` says that everything the server
 * has acknowledged so far was pulled; otherwise the versions tell.
 */
export async function layPending(tables: Writing, bench: Workbench, isCurrent: boolean, now: Date): Promise<void> {
  const rows: OutboxRow[] = [];
  for (const row of await tables.range("outbox")) {
    const isCovered = row.state === "acknowledged" && (isCurrent || (await isPulled(bench, row)));
    rows.push(isCovered ? { ...row, state: "covered" } : row);
    if (isCovered) tables.put("outbox", { ...row, state: "covered" });
  }
  const needed = new Set(rows.filter((row) => row.state === "pending").map(entityKey));
  for (const row of rows) {
    if (row.state === "covered" && !needed.has(entityKey(row))) {
      tables.delete("outbox", row.key);
      tables.put("sent", { ...row, doneAt: now.toISOString() });
    } else {
      await bench.lay(row);
    }
  }
}

/** Everything that this device ever said, as far as it knows, is to be said again: the server may be from before. */
export async function sendAgain(tables: Writing): Promise<void> {
  for (const row of await tables.range("sent")) {
    tables.delete("sent", row.key);
    tables.put("outbox", { ...row, state: "pending" });
  }
  for (const row of await tables.range("outbox")) {
    if (row.state !== "pending") tables.put("outbox", { ...row, state: "pending" });
  }
}

export async function forgetSent(tables: Writing, now: Date): Promise<void> {
  const since = new Date(now.getTime() - SENT_KEPT_MS).toISOString();
  for (const { key, doneAt } of await tables.range("sent")) {
    if ((doneAt ?? "") < since) tables.delete("sent", key);
  }
}

export function entityKey({ operation }: Pick<OutboxRow, "operation">): string {
  return keyOf(kindOf(operation.type), operation.entityId);
}

async function isPulled(bench: Workbench, row: OutboxRow): Promise<boolean> {
  const { outcome } = row;
  const known = await bench.onServer(entityKey(row));
  if (outcome?.deleted) return known === null;
  return known !== null && outcome?.version !== undefined && known.version >= outcome.version;
}
