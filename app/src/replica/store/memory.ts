import type { EntityRow } from "../entities.ts";
import { Lists } from "./lists.ts";
import { Lock } from "./lock.ts";
import {
  type Durability,
  type ListQuery,
  type Reading,
  type Store,
  TABLES,
  type Table,
  type Tables,
  type Writing,
} from "./store.ts";

/** A row that was put, or null for one that was deleted. */
export interface Change {
  readonly table: Table;
  readonly key: string;
  readonly row: Tables[Table] | null;
}

type Rows = Map<string, Tables[Table]>;

/** Keeps everything in memory: for tests, and below the file store. */
export class MemoryStore implements Store {
  private readonly tables = new Map<Table, Rows>(TABLES.map((table) => [table, new Map()]));
  private readonly sortedKeys = new Map<Table, string[]>();
  private readonly lists = new Lists();
  protected readonly keepsLines: boolean = true;
  private readonly lock = new Lock();
  private readonly reading: Reading = {
    get: async (table, key) => this.rows(table).get(key) as never,
    range: async (table, from, below, most) => this.range(table, from, below, most) as never,
    list: async (query) => this.list(query),
  };

  read<R>(work: (tables: Reading) => Promise<R>): Promise<R> {
    return this.lock.hold(() => work(this.reading));
  }

  write<R>(durability: Durability, work: (tables: Writing) => Promise<R>): Promise<R> {
    return this.lock.hold(async () => {
      const undo: Change[] = [];
      const done: Change[] = [];
      const change = (table: Table, key: string, row: Tables[Table] | null) => {
        undo.push({ table, key, row: this.rows(table).get(key) ?? null });
        done.push({ table, key, row });
        this.set(table, key, row);
      };
      try {
        const result = await work({
          ...this.reading,
          keepsLines: this.keepsLines,
          put: (table, row) => change(table, row.key, row),
          delete: (table, key) => change(table, key, null),
          turn: async () => {},
        });
        if (done.length > 0) await this.keep(done, durability);
        return result;
      } catch (error) {
        for (const { table, key, row } of undo.reverse()) this.set(table, key, row);
        throw error;
      }
    });
  }

  async close(): Promise<void> {}

  /** Called with what one write did, before anybody else sees it. */
  protected async keep(_changes: readonly Change[], _durability: Durability): Promise<void> {}

  protected set(table: Table, key: string, row: Tables[Table] | null): void {
    const rows = this.rows(table);
    if (rows.has(key) !== (row !== null)) this.sortedKeys.delete(table);
    if (row === null) rows.delete(key);
    else rows.set(key, row);
    if (table === "entities") this.lists.forget();
  }

  protected *everything(): Generator<Change> {
    for (const [table, rows] of this.tables) {
      for (const [key, row] of rows) yield { table, key, row };
    }
  }

  private rows(table: Table): Rows {
    return this.tables.get(table) as Rows;
  }

  private range(table: Table, from = "", below?: string, most = Number.POSITIVE_INFINITY): Tables[Table][] {
    const rows = this.rows(table);
    let keys = this.sortedKeys.get(table);
    if (!keys) {
      keys = [...rows.keys()].sort();
      this.sortedKeys.set(table, keys);
    }
    const found: Tables[Table][] = [];
    for (let place = firstAtOrAfter(keys, from); place < keys.length && found.length < most; place++) {
      const key = keys[place] as string;
      if (below !== undefined && key >= below) break;
      found.push(rows.get(key) as Tables[Table]);
    }
    return found;
  }

  private list(query: ListQuery): EntityRow[] {
    return this.lists.page(this.rows("entities").values() as Iterable<EntityRow>, query);
  }
}

function firstAtOrAfter(keys: readonly string[], key: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
