import { type OutboxRow, outboxKey } from "../outbox/operation.ts";
import type { Store } from "../store/store.ts";
import { nextSequence } from "./meta.ts";
import { Workbench } from "./workbench.ts";

/**
 * Puts operations that were given before, such as on a device that was left since, back into the outbox with the ids they had: what the
 * server has done of them it does not do twice. Tells how many were not here.
 */
export function takeIn(
  store: Store,
  given: readonly Pick<OutboxRow, "operation" | "at" | "on" | "snapshot">[],
): Promise<number> {
  return store.write("strict", async (tables) => {
    const rows = [
      ...(await tables.range("outbox")),
      ...(await tables.range("sent")),
      ...(await tables.range("issues")),
    ];
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
  });
}
