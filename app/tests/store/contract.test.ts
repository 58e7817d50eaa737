import "fake-indexeddb/auto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FileStore } from "../../src/replica/store/file.ts";
import { IndexedDbStore } from "../../src/replica/store/indexeddb.ts";
import { listedAt } from "../../src/replica/store/lists.ts";
import { MemoryStore } from "../../src/replica/store/memory.ts";
import type { Store } from "../../src/replica/store/store.ts";
import { under } from "../../src/replica/store/store.ts";
import { transaction } from "../support/entries.ts";

/** Opens a store that is empty at first; opened again it has what was kept, where it keeps anything. */
type Place = { open(): Promise<Store>; keeps: boolean };

let databases = 0;
const places: Record<string, () => Promise<Place>> = {
  memory: async () => ({ open: async () => new MemoryStore(), keeps: false }),
  file: async () => {
    const path = join(await mkdtemp(join(tmpdir(), "store-")), "ledger");
    return { open: () => FileStore.open(path), keeps: true };
  },
  IndexedDB: async () => {
    const name = `ledger-${++databases}`;
    return { open: () => IndexedDbStore.open(name), keeps: true };
  },
};

describe.each(Object.entries(places))("a store: %s", (_, at) => {
  const open = async () => (await at()).open();

  it("gives back what was put, until it is deleted", async () => {
    const store = await open();
    await store.write("strict", async (tables) => {
      tables.put("meta", { key: "a", value: { deep: [1, null] } });
      tables.put("meta", { key: "b", value: 2 });
    });
    await store.write("relaxed", async (tables) => tables.delete("meta", "b"));
    const kept = await store.read(async (tables) => [await tables.get("meta", "a"), await tables.get("meta", "b")]);
    expect(kept).toEqual([{ key: "a", value: { deep: [1, null] } }, undefined]);
    await store.close();
  });

  it("sees its own changes within a write", async () => {
    const store = await open();
    const seen = await store.write("strict", async (tables) => {
      tables.put("meta", { key: "a", value: 1 });
      tables.put("meta", { key: "a", value: 2 });
      return [await tables.get("meta", "a"), await tables.range("meta")];
    });
    expect(seen).toEqual([{ key: "a", value: 2 }, [{ key: "a", value: 2 }]]);
    await store.close();
  });

  it("does all of a write or nothing", async () => {
    const store = await open();
    await store.write("strict", async (tables) => tables.put("meta", { key: "a", value: 1 }));
    const failing = store.write("strict", async (tables) => {
      tables.put("meta", { key: "a", value: 2 });
      tables.put("meta", { key: "b", value: 2 });
      tables.delete("meta", "a");
      await tables.get("meta", "b");
      throw new Error("half-way");
    });
    await expect(failing).rejects.toThrow("half-way");
    expect(await store.read((tables) => tables.range("meta"))).toEqual([{ key: "a", value: 1 }]);
    await store.close();
  });

  it("loses no update of two at once", async () => {
    const store = await open();
    const increment = () =>
      store.write("strict", async (tables) => {
        const known = await tables.get("meta", "count");
        tables.put("meta", { key: "count", value: ((known?.value as number | undefined) ?? 0) + 1 });
      });
    await Promise.all(Array.from({ length: 20 }, increment));
    expect(await store.read((tables) => tables.get("meta", "count"))).toEqual({ key: "count", value: 20 });
    await store.close();
  });

  it("gives ranges in the order of keys, without what lies beside them", async () => {
    const key = fc.string({ unit: fc.constantFrom("a", "b", "/", "-", "é", "z"), maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(key, { maxLength: 20 }), key, key, async (keys, from, below) => {
        const store = await open();
        await store.write("relaxed", async (tables) => {
          for (const one of keys) tables.put("meta", { key: one, value: 0 });
        });
        const found = await store.read(async (tables) => (from < below ? tables.range("meta", from, below) : []));
        const expected = keys.filter((one) => one >= from && one < below).sort();
        expect(found.map((row) => row.key)).toEqual(from < below ? expected : []);
        const prefixed = await store.read((tables) => tables.range("meta", ...under("a/")));
        expect(prefixed.map((row) => row.key)).toEqual(keys.filter((one) => one.startsWith("a/")).sort());
        const few = await store.read((tables) => tables.range("meta", from, undefined, 2));
        expect(few.map((row) => row.key)).toEqual(
          keys
            .filter((one) => one >= from)
            .sort()
            .slice(0, 2),
        );
        await store.close();
      }),
      { numRuns: 25 },
    );
  });

  it("lists transactions newest first, by account, page by page", async () => {
    const store = await open();
    const day = (place: number) => `2026-01-${String((place % 9) + 1).padStart(2, "0")}`;
    const rows = Array.from({ length: 40 }, (_, place) =>
      transaction(`t${String(place).padStart(2, "0")}`, {
        accountId: place % 3 ? "a" : "b",
        date: day(place),
        amount: -1,
      }),
    );
    const moved = transaction("moved", {
      ...{ accountId: "b", date: "2026-01-31", amount: -5 },
      transfer: { accountId: "a", amount: 5, date: "2026-02-02" },
    });
    await store.write("relaxed", async (tables) => {
      for (const row of [...rows, moved]) tables.put("entities", row);
    });
    await store.write("relaxed", async (tables) => tables.delete("entities", rows[0]!.key));

    for (const account of [undefined, "a", "b"]) {
      const listed: { id: string; date: string; order: string }[] = [];
      for (;;) {
        const last = listed.at(-1);
        const page = await store.read((tables) =>
          tables.list({ limit: 7, ...(account ? { account } : {}), ...(last ? { before: last } : {}) }),
        );
        if (page.length === 0) break;
        listed.push(...page.map((row) => listedAt(row, account)));
      }
      const expected = rows.slice(1).filter((row) => !account || row.data.accountId === account);
      expect(listed.length).toBe(expected.length + 1);
      expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
      const places = listed.map(({ date, order, id }) => `${date}|${order}|${id}`);
      expect(places).toEqual([...places].sort().reverse());
      expect(listed[0]).toMatchObject({ id: "moved", date: account === "a" ? "2026-02-02" : "2026-01-31" });

      const since = "2026-01-04";
      const at = listed.findIndex(({ date }) => date <= "2026-01-07");
      const query = { before: listed[at]!, ...(account ? { account } : {}) };
      const within = listed.slice(at + 1).filter(({ date }) => date >= since);
      for (const limit of [1, 3, 40]) {
        const some = await store.read((tables) => tables.list({ ...query, limit, since }));
        expect(some.map(({ id }) => id)).toEqual(within.slice(0, limit).map(({ id }) => id));
      }
      expect(await store.read((tables) => tables.list({ ...query, limit: 9, since: "2026-01-08" }))).toEqual([]);
    }
    await store.close();
  });

  it("has everything when it is opened again", async () => {
    const place = await at();
    if (!place.keeps) return;
    const first = await place.open();
    await first.write("strict", async (tables) => {
      tables.put("meta", { key: "a", value: "ü\n" });
      tables.put("entities", transaction("t", { accountId: "a", date: "2026-01-01", amount: 1 }));
    });
    await first.close();
    const second = await place.open();
    expect(await second.read((tables) => tables.get("meta", "a"))).toEqual({ key: "a", value: "ü\n" });
    expect(await second.read((tables) => tables.list({ account: "a", limit: 1 }))).toHaveLength(1);
    await second.close();
  });
});
