import { isCreation, type OutboxRow } from "../outbox/operation.ts";
import type { Writing } from "../store/store.ts";
import { needs } from "./dependents.ts";
import { layPending } from "./outbox.ts";
import { Workbench } from "./workbench.ts";

/** An operation, and of a creation all that was given after it and cannot be without what it makes. */
export function goingWith(given: OutboxRow, pending: readonly OutboxRow[]): OutboxRow[] {
  if (!isCreation(given.operation.type)) return [given];
  const made = new Set([given.operation.entityId]);
  return pending.filter((row) => {
    if (row.key < given.key) return false;
    if (row.key !== given.key && !needs(row, made)) return false;
    if (isCreation(row.operation.type)) made.add(row.operation.entityId);
    return true;
  });
}

/** Takes a pending operation out of the outbox and puts back what the server has, with the others laid over it. Tells what went. */
export async function discard(tables: Writing, key: string, now: Date): Promise<OutboxRow[]> {
  const pending = (await tables.range("outbox")).filter(({ state }) => state === "pending");
  const given = pending.find((row) => row.key === key);
  if (!given) return [];
  const gone = goingWith(given, pending);
  const bench = await Workbench.asOnServer(tables);
  for (const row of gone) tables.delete("outbox", row.key);
  await layPending(tables, bench, false, now);
  await bench.save();
  return gone;
}
