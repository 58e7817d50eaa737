import { keyOf } from "../entities.ts";
import type { Surroundings } from "../ids.ts";
import type { Store } from "../store/store.ts";
import { rowOf } from "./rows.ts";

/** A ledger that is begun on this device, before the server knows it. */
export interface Begun {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
}

/** Puts a new ledger into an empty store. What is done in it waits in the outbox until the server was asked to create it, with this id. */
export async function begin(store: Store, { id, name, currency }: Begun, { now }: Surroundings): Promise<void> {
  await store.write("strict", async (tables) => {
    if (await tables.get("entities", keyOf("ledger", id))) return;
    // As the server makes it, so that an edit made meanwhile is one of that version.
    tables.put("entities", rowOf("ledger", id, { id, name, currency, createdAt: now().toISOString(), version: 1 }, 1));
  });
}
