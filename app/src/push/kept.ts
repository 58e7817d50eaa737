import { type DBSchema, openDB } from "idb";

/** What the service worker has to know to subscribe anew while no page is open. */
export interface KeptPush {
  readonly installationId: string;
  readonly userId: string;
  readonly locale: string;
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

export function forgetPush(): Promise<void> {
  return using((db) => db.delete("kept", "push"));
}
