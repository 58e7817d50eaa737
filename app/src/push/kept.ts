import { type DBSchema, openDB } from "idb";

/** What the service worker has to know to subscribe anew while no page is open. */
export interface KeptPush {
  readonly installationId: string;
  readonly userId: string;
  readonly locale: string;
  /** Amounts are hidden on this device, or it is locked: notifications show none. */
  readonly isDiscreet: boolean;
}

interface Schema extends DBSchema {
  kept: { key: string; value: KeptPush };
}

async function using<T>(work: (db: Awaited<ReturnType<typeof openDB<Schema>>>) => Promise<T>): Promise<T> {
  const db = await openDB<Schema>("mybudget-push", 1, {
    upgrade: (created) => {
      created.createObjectStore("kept");
    },
  });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

export function keptPush(): Promise<KeptPush | undefined> {
  return using((db) => db.get("kept", "push"));
}

export function keepPush(kept: KeptPush): Promise<unknown> {
  return using((db) => db.put("kept", kept, "push"));
}

/** Said anew whenever it changes, also where nobody is notified yet. */
export function keepDiscretion(isDiscreet: boolean): Promise<void> {
  return using(async (db) => {
    const kept = await db.get("kept", "push");
    if (kept && kept.isDiscreet !== isDiscreet) await db.put("kept", { ...kept, isDiscreet }, "push");
  });
}

export function forgetPush(): Promise<void> {
  return using((db) => db.delete("kept", "push"));
}
