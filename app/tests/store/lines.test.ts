import "fake-indexeddb/auto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesSince } from "../../src/replica/lines/keeper.ts";
import { type Line, lineOf, newestFirst } from "../../src/replica/lines/line.ts";
import { packLines, unpackLines } from "../../src/replica/lines/packed.ts";
import { IndexedDbStore } from "../../src/replica/store/indexeddb.ts";
import { MemoryStore } from "../../src/replica/store/memory.ts";
import { type Store, under } from "../../src/replica/store/store.ts";
import { put, remove, transaction } from "../support/entries.ts";

async function linesIn(store: Store): Promise<Line[]> {
  const { months } = await store.read((tables) => linesSince(tables, {}));
  return months.flatMap(([, text]) => (text === null ? [] : unpackLines(text)));
}

async function counted(store: Store): Promise<Line[]> {
  const rows = await store.read((tables) => tables.range("entities", ...under("transaction/")));
  return rows.map(lineOf).sort(newestFirst);
}

describe("the lines of lists", () => {
  it("are those of the transactions, whatever is written", async () => {
    const day = fc.constantFrom("2026-10-31", "2026-11-01", "2026-11-02", "2025-01-15");
    const step = fc.record({
      id: fc.constantFrom("a", "b", "c", "d"),
      day,
      isGone: fc.boolean(),
      amount: fc.integer(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 8 }), async (writes) => {
        const store = new MemoryStore();
        for (const steps of writes) {
          const gone = steps.filter(({ isGone }) => isGone).map(({ id }) => `transaction/${id}`);
          await put(
            store,
            steps
              .filter(({ isGone }) => !isGone)
              .map(({ id, day, amount }) => transaction(id, { accountId: "x", date: day, amount })),
          );
          await remove(store, gone);
        }
        expect(await linesIn(store)).toEqual(await counted(store));
      }),
    );
  });

  it("tell a reader which months have changed since", async () => {
    const store = new MemoryStore();
    await put(store, [
      transaction("a", { accountId: "x", date: "2026-10-01", amount: 1 }),
      transaction("b", { accountId: "x", date: "2026-11-01", amount: 2 }),
    ]);
    const first = await store.read((tables) => linesSince(tables, {}));
    await put(store, [transaction("b", { accountId: "x", date: "2026-12-01", amount: 2 })]);
    const then = await store.read((tables) => linesSince(tables, first.stamps));
    expect(then.months.map(([month, text]) => [month, text !== null])).toEqual([
      ["2026-12", true],
      ["2026-11", false],
    ]);
    expect((await store.read((tables) => linesSince(tables, then.stamps))).months).toEqual([]);
  });

  it("are what they were when they are unpacked", () => {
    const text = fc.string({ unit: "grapheme" });
    const one = fc.record({
      id: fc.uuid(),
      date: fc.constant("2026-11-01"),
      order: text,
      accountId: text,
      amount: fc.integer(),
      status: fc.constantFrom("pending", "cleared", "reconciled"),
      payee: fc.option(text),
      categoryId: fc.option(text),
      createdBy: fc.option(text),
      importId: fc.option(text),
      note: fc.option(text),
      tags: fc.array(text),
      splits: fc.constantFrom([], [{ amount: 1, categoryId: "c" }]),
      transfer: fc.option(fc.constant({ accountId: "y", amount: 5 })),
    });
    const withReceipts = fc.tuple(one, fc.nat(10)).map(([line, receipts]) => (receipts ? { ...line, receipts } : line));
    fc.assert(
      fc.property(fc.array(withReceipts), (lines) => {
        expect(unpackLines(packLines(lines as Line[]))).toEqual(lines);
      }),
    );
  });

  it("are made for a store of before there were any", async () => {
    const name = "of-before";
    const rows = [transaction("a", { accountId: "x", date: "2026-10-01", amount: 1 })];
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => {
        for (const table of ["base", "outbox", "sent", "issues", "sums", "meta"])
          request.result.createObjectStore(table, { keyPath: "key" });
        const entities = request.result.createObjectStore("entities", { keyPath: "key" });
        entities.createIndex("list", ["date", "order", "id"]);
        entities.createIndex("places", "places", { multiEntry: true });
        for (const row of rows) entities.put(row);
      };
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error);
    });
    const store = await IndexedDbStore.open(name);
    expect(await linesIn(store)).toEqual(rows.map(lineOf));
    await store.close();
  });
});
