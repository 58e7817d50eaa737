import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB, unwrap } from "idb";
import type { EntityRow } from "../entities.ts";
import { LineKeeper } from "../lines/keeper.ts";
import { placeIn } from "./lists.ts";
import {
  type Durability,
  type ListQuery,
  type Reading,
  type Store,
  TABLES,
  type Table,
  type Tables,
  under,
  type Writing,
} from "./store.ts";

interface Schema extends DBSchema {
  entities: { key: string; value: EntityRow; indexes: { list: [string, string, string]; places: string } };
  base: { key: string; value: Tables["base"] };
  outbox: { key: string; value: Tables["outbox"] };
  sent: { key: string; value: Tables["sent"] };
  issues: { key: string; value: Tables["issues"] };
  sums: { key: string; value: Tables["sums"] };
  lines: { key: string; value: Tables["lines"] };
  meta: { key: string; value: Tables["meta"] };
}

type Mode = "readonly" | "readwrite";
type Transaction = IDBPTransaction<Schema, Table[], Mode>;

/** Keeps everything in the browser's IndexedDB; several tabs may have one open. */
export class IndexedDbStore implements Store {
  private constructor(private readonly db: IDBPDatabase<Schema>) {}

  static async open(name: string): Promise<IndexedDbStore> {
    const db = await openDB<Schema>(name, 2, {
      async upgrade(created, from, _, transaction) {
        for (const table of TABLES) {
          if (table !== "entities" && !created.objectStoreNames.contains(table))
            created.createObjectStore(table, { keyPath: "key" });
        }
        if (from < 1) {
          const entities = created.createObjectStore("entities", { keyPath: "key" });
          entities.createIndex("list", ["date", "order", "id"]);
          entities.createIndex("places", "places", { multiEntry: true });
        } else if (from < 2) {
          await keepLines(transaction as unknown as Transaction);
        }
      },
    });
    // A later release in another tab must not wait for this one.
    db.addEventListener("versionchange", () => db.close());
    return new IndexedDbStore(db);
  }

  static delete(name: string): Promise<void> {
    return deleteDB(name);
  }

  async read<R>(work: (tables: Reading) => Promise<R>): Promise<R> {
    const transaction = this.db.transaction([...TABLES], "readonly");
    return work(readingOf(transaction as unknown as Transaction));
  }

  async write<R>(durability: Durability, work: (tables: Writing) => Promise<R>): Promise<R> {
    const transaction = this.db.transaction([...TABLES], "readwrite", { durability });
    const done = transaction.done;
    try {
      const result = await work(writingOf(transaction as unknown as Transaction));
      await done;
      return result;
    } catch (error) {
      // It may have ended by itself, by the very error.
      done.catch(() => {});
      try {
        transaction.abort();
      } catch {}
      throw error;
    }
  }

  async close(): Promise<void> {
    this.db.close();
  }
}

function readingOf(transaction: Transaction): Reading {
  return {
    get: (table, key) => answerTo(plain(transaction, table).get(key)),
    range: (table, from, below, most) => answerTo(plain(transaction, table).getAll(rangeOf(from, below), most)),
    list: (query) => list(transaction, query),
  };
}

function writingOf(transaction: Transaction): Writing {
  // Nobody listens to these: one that fails aborts the transaction, which tells whoever waits for it.
  return {
    ...readingOf(transaction),
    keepsLines: true,
    put: (table, row) => void plain(transaction, table).put(row),
    delete: (table, key) => void plain(transaction, table).delete(key),
    // Anything else that is waited for would end the transaction.
    turn: () => answerTo(plain(transaction, "meta").getKey("")).then(() => {}),
  };
}

/** The lines of a store of before there were any. */
async function keepLines(transaction: Transaction): Promise<void> {
  const tables = writingOf(transaction);
  const keeper = new LineKeeper();
  for (const row of await tables.range("entities", ...under("transaction/"))) keeper.change(null, row);
  await keeper.save(tables);
}

/** A page of changes is thousands of requests, in which what idb wraps around each would be felt. */
function plain(transaction: Transaction, table: Table): IDBObjectStore {
  return unwrap(transaction).objectStore(table);
}

function answerTo<R>(request: IDBRequest<R>): Promise<R> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function rangeOf(from?: string, below?: string): IDBKeyRange | null {
  if (below !== undefined) return IDBKeyRange.bound(from ?? "", below, false, true);
  return from === undefined ? null : IDBKeyRange.lowerBound(from);
}

async function list(transaction: Transaction, { account, before, since, limit }: ListQuery): Promise<EntityRow[]> {
  const entities = plain(transaction, "entities");
  if (account === undefined) {
    const upper = before && [before.date, before.order, before.id];
    return newest(entities.index("list"), since === undefined ? undefined : [since], upper, limit);
  }
  const [first, last] = under(`${account}|`);
  const lower = since === undefined ? first : `${account}|${since}`;
  return newest(entities.index("places"), lower, before ? placeIn(account, before) : last, limit);
}

/** The last rows below a key. A jump finds where they begin, so that they come in one answer and not in one for each. */
async function newest(
  index: IDBIndex,
  lower: IDBValidKey | undefined,
  upper: IDBValidKey | undefined,
  limit: number,
): Promise<EntityRow[]> {
  if (lower !== undefined && upper !== undefined && indexedDB.cmp(lower, upper) >= 0) return [];
  const request = index.openKeyCursor(between(lower, upper), "prev");
  const last = await answerTo(request);
  if (!last || limit < 1) return [];
  if (limit > 1) last.advance(limit - 1);
  const first = limit > 1 ? await answerTo(request) : last;
  const rows: EntityRow[] = await answerTo(index.getAll(between(first?.key ?? lower, upper)));
  return rows.reverse();
}

function between(lower: IDBValidKey | undefined, upper: IDBValidKey | undefined): IDBKeyRange | null {
  if (lower === undefined) return upper === undefined ? null : IDBKeyRange.upperBound(upper, true);
  return upper === undefined ? IDBKeyRange.lowerBound(lower) : IDBKeyRange.bound(lower, upper, false, true);
}
