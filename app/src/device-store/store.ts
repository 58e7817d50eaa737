import { type IDBPDatabase, openDB } from "idb";

interface Kept {
  readonly id: string;
}

/** What a device keeps beside the copies of ledgers, by id; the same in pages and in the service worker, which takes what is shared. */
export function deviceStore<Row extends Kept>(name: string, table: string) {
  async function using<T>(work: (db: IDBPDatabase) => Promise<T>): Promise<T> {
    const db = await openDB(name, 1, {
      upgrade: (created) => {
        created.createObjectStore(table, { keyPath: "id" });
      },
    });
    try {
      return await work(db);
    } finally {
      db.close();
    }
  }
  return {
    put: (row: Row): Promise<unknown> => using((db) => db.put(table, row)),
    find: (id: string): Promise<Row | undefined> => using((db) => db.get(table, id)),
    all: (): Promise<Row[]> => using((db) => db.getAll(table)),
    /** Nothing where it is gone: it must not come back by that. */
    change: (id: string, change: Partial<Row>): Promise<void> =>
      using(async (db) => {
        const transaction = db.transaction(table, "readwrite");
        const known: Row | undefined = await transaction.store.get(id);
        if (known) await transaction.store.put({ ...known, ...change });
        await transaction.done;
      }),
    forget: (ids: readonly string[]): Promise<void> =>
      using(async (db) => {
        const transaction = db.transaction(table, "readwrite");
        for (const id of ids) await transaction.store.delete(id);
        await transaction.done;
      }),
  };
}
