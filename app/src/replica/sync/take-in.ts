import type { EntityRow } from "../entities.ts";
import { Periods, type Schedule } from "../money/periods.ts";
import { type OutboxRow, outboxKey } from "../outbox/operation.ts";
import type { Store, Writing } from "../store/store.ts";
import { nextSequence } from "./meta.ts";
import { entityKey } from "./outbox.ts";
import { Workbench } from "./workbench.ts";

type Given = Pick<OutboxRow, "operation" | "at" | "on" | "snapshot">;

/** Thrown at the end of a write that nothing may come of. */
class Undone extends Error {}

/**
 * Puts operations that were given before, such as on a device that was left since, back into the outbox with the ids they had: what the
 * server has done of them it does not do twice. Tells how many were not here.
 */
export function takeIn(store: Store, given: readonly Given[]): Promise<number> {
  return store.write("strict", (tables) => layAll(tables, given));
}

/** Whether all of it can be taken in. Nothing is stored. */
export async function canTakeIn(store: Store, given: readonly Given[]): Promise<boolean> {
  try {
    await store.write("relaxed", async (tables) => {
      await layAll(tables, given);
      for (const key of new Set(given.map(entityKey))) mustBeSound(await tables.get("entities", key));
      throw new Undone();
    });
  } catch (error) {
    if (error instanceof Undone) return true;
    // What no figure can be made of. A store that fails says so by other errors, which are not the file's.
    if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError) return false;
    throw error;
  }
  return true;
}

/** Patches that are sound by themselves can make together what no screen can show. */
function mustBeSound(row: EntityRow | undefined): void {
  if (row?.kind === "budget") new Periods(row.data as unknown as Schedule).byIndex(0);
}

async function layAll(tables: Writing, given: readonly Given[]): Promise<number> {
  const rows = [...(await tables.range("outbox")), ...(await tables.range("sent")), ...(await tables.range("issues"))];
  const known = new Set(rows.map(({ operation }) => operation.id));
  const bench = await Workbench.asSeen(tables);
  let taken = 0;
  for (const one of given) {
    if (known.has(one.operation.id)) continue;
    known.add(one.operation.id);
    const row: OutboxRow = { ...one, key: outboxKey(await nextSequence(tables)), state: "pending" };
    tables.put("outbox", row);
    await bench.lay(row);
    taken++;
  }
  await bench.save();
  return taken;
}
