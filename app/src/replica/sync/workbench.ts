import { type EntityRow, type Kind, keyOf } from "../entities.ts";
import type { JsonObject } from "../json.ts";
import { LineKeeper } from "../lines/keeper.ts";
import { effectOf, type Facts, followed } from "../outbox/effects.ts";
import { kindOf, type OutboxRow } from "../outbox/operation.ts";
import { type BaseRow, under, type Writing } from "../store/store.ts";
import { SumKeeper } from "../sums/keeper.ts";
import { entryOf, rowOf } from "./rows.ts";

/** So many rows at a time: several pages at once would keep whoever types waiting. */
const SLICE = 100;

/**
 * Where one write changes entities: what the server has first, then the pending operations laid over it. Sums, and what the server has
 * of whatever differs from it, are kept along. Nothing is stored before `save`.
 */
export class Workbench {
  private readonly rows = new Map<string, EntityRow | null>();
  private readonly stored = new Map<string, EntityRow | null>();
  /** What the server has, of entities that operations were laid over. */
  private readonly base = new Map<string, EntityRow | null>();
  private storedBase: readonly BaseRow[] = [];
  private currencies: Map<string, string> | undefined;

  private constructor(private readonly tables: Writing) {}

  /** With everything as the user sees it, to lay one more operation over it. */
  static async asSeen(tables: Writing): Promise<Workbench> {
    const bench = new Workbench(tables);
    bench.storedBase = await tables.range("base");
    for (const { key, row } of bench.storedBase) bench.base.set(key, row);
    return bench;
  }

  /** With everything as the server has it. */
  static async asOnServer(tables: Writing): Promise<Workbench> {
    const bench = new Workbench(tables);
    bench.storedBase = await tables.range("base");
    await bench.load(bench.storedBase.map(({ key }) => key));
    for (const { key, row } of bench.storedBase) bench.set(key, row);
    return bench;
  }

  async load(keys: readonly string[]): Promise<void> {
    const missing = [...new Set(keys)].filter((key) => !this.rows.has(key));
    for (let at = 0; at < missing.length; at += SLICE) {
      const slice = missing.slice(at, at + SLICE);
      const found = await Promise.all(slice.map((key) => this.tables.get("entities", key)));
      slice.forEach((key, place) => {
        this.stored.set(key, found[place] ?? null);
        this.rows.set(key, found[place] ?? null);
      });
    }
  }

  async row(key: string): Promise<EntityRow | null> {
    await this.load([key]);
    return this.rows.get(key) ?? null;
  }

  /** All of a kind, changes of this write included. */
  async ofKind(kind: Kind): Promise<EntityRow[]> {
    for (const row of await this.tables.range("entities", ...under(`${kind}/`))) {
      if (this.rows.has(row.key)) continue;
      this.stored.set(row.key, row);
      this.rows.set(row.key, row);
    }
    return [...this.rows.values()].filter((row): row is EntityRow => row?.kind === kind);
  }

  /** Of a row that was loaded. */
  set(key: string, row: EntityRow | null): void {
    this.rows.set(key, row);
    if (key.startsWith("account/")) this.currencies = undefined;
  }

  /** What the server has of an entity, whatever is laid over it. */
  async onServer(key: string): Promise<EntityRow | null> {
    return this.base.has(key) ? (this.base.get(key) ?? null) : this.row(key);
  }

  async lay(row: OutboxRow): Promise<void> {
    const { type, entityId, data } = row.operation;
    const kind = kindOf(type);
    const key = keyOf(kind, entityId);
    const before = await this.row(key);
    if (isIn(await this.onServer(key), row)) return;
    const after = effectOf(before?.data, row, await this.facts());
    if (after === undefined) return;
    this.layRow(key, before, after === null ? null : { ...rowOf(kind, entityId, after, before?.download ?? 0) });
    if (type === "category.delete" || type === "category.merge") {
      await this.follow(entityId, type === "category.merge" && typeof data?.into === "string" ? data.into : null);
    }
  }

  async save(): Promise<void> {
    const [sums, lines] = [new SumKeeper(), new LineKeeper()];
    let saved = 0;
    for (const [key, row] of this.rows) {
      const stored = this.stored.get(key) ?? null;
      if (row === stored) continue;
      const [was, now] = [entryOf(stored), entryOf(row)];
      if (was) sums.count(was, -1);
      if (now) sums.count(now, 1);
      lines.change(stored, row);
      if (row) this.tables.put("entities", row);
      else this.tables.delete("entities", key);
      await this.turnAfter(++saved);
    }
    const storedBase = new Map(this.storedBase.map(({ key, row }) => [key, row]));
    for (const key of storedBase.keys()) if (!this.base.has(key)) this.tables.delete("base", key);
    for (const [key, row] of this.base) {
      if (!storedBase.has(key) || storedBase.get(key) !== row) this.tables.put("base", { key, row });
    }
    await sums.save(this.tables);
    if (this.tables.keepsLines) await lines.save(this.tables);
  }

  /** Gives the browser a turn after each slice of rows. */
  async turnAfter(rows: number): Promise<void> {
    if (rows % SLICE === 0) await this.tables.turn();
  }

  private async follow(gone: string, into: string | null): Promise<void> {
    // A category with entries cannot be deleted, only merged.
    for (const kind of into === null ? (["budget"] as const) : (["budget", "transaction"] as const)) {
      for (const row of await this.ofKind(kind)) {
        const data = followed(kind, row.data, gone, into);
        if (data !== row.data) this.layRow(row.key, row, rowOf(kind, row.id, data, row.download));
      }
    }
  }

  private layRow(key: string, before: EntityRow | null, after: EntityRow | null): void {
    if (!this.base.has(key)) this.base.set(key, before);
    this.set(key, after);
  }

  private async facts(): Promise<Facts> {
    if (!this.currencies) {
      const accounts = await this.ofKind("account");
      this.currencies = new Map(
        accounts.map(({ id, data }) => [id, (data as JsonObject & { currency: string }).currency]),
      );
    }
    const currencies = this.currencies;
    return { currencyOf: (accountId) => currencies.get(accountId) };
  }
}

/** Whether what the server has here is from after the operation. */
function isIn(row: EntityRow | null, { state, outcome }: OutboxRow): boolean {
  if (state === "covered") return true;
  return outcome?.version !== undefined && row !== null && row.version >= outcome.version;
}
