import { isCreation, type OutboxRow } from "../outbox/operation.ts";
import type { Writing } from "../store/store.ts";
import { entityKey, layPending } from "./outbox.ts";
import { Workbench } from "./workbench.ts";

/** Takes a pending operation out of the outbox and puts back what the server has, with the others laid over it. Tells what went. */
export async function discard(tables: Writing, key: string, now: Date): Promise<OutboxRow[]> {
  const pending = (await tables.range("outbox")).filter(({ state }) => state === "pending");
  const given = pending.find((row) => row.key === key);
  if (!given) return [];
  // What was made of it cannot be without it.
  const gone = isCreation(given.operation.type)
    ? pending.filter((row) => row.key >= key && entityKey(row) === entityKey(given))
    : [given];
  const bench = await Workbench.asOnServer(tables);
  for (const row of gone) tables.delete("outbox", row.key);
  await layPending(tables, bench, false, now);
  await bench.save();
  return gone;
}
