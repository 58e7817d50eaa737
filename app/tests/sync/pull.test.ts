import "fake-indexeddb/auto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IndexedDbStore } from "../../src/replica/store/indexeddb.ts";
import { MemoryStore } from "../../src/replica/store/memory.ts";
import type { Store } from "../../src/replica/store/store.ts";
import { acts, begin, type Editor, performEdit } from "../support/acts.ts";
import { CrashingStore, Network } from "../support/network.ts";
import { account, household, ledgerId, server, today, useOneLedger } from "../support/one-ledger.ts";
import { recounted, sumsIn } from "../support/recount.ts";

useOneLedger();

describe("a first download", () => {
  const ENTRIES = 40;

  /** A ledger of many pages, and a new copy that tells which cursors it asked for. */
  async function longLedger() {
    const theirs = await household.replica(ledgerId);
    const opened = (await theirs.perform({ type: "account.open", data: account }, today)).operation.entityId;
    for (let place = 1; place <= ENTRIES; place++) {
      const data = { accountId: opened, date: `2026-0${1 + (place % 6)}-11`, amount: -place };
      await theirs.perform({ type: "transaction.record", data }, today);
    }
    await theirs.sync();
    server.pageSize = 2;
    const network = new Network();
    const asked: (string | null)[] = [];
    const fetch: typeof network.fetch = (input, init) => {
      asked.push(new URL(String(input)).searchParams.get("since"));
      return network.fetch(input, init);
    };
    const store = new CrashingStore(new MemoryStore());
    return { mine: await household.replica(ledgerId, { store, fetch }), store, network, asked, opened };
  }

  async function shouldBeWhole({ mine, opened }: Awaited<ReturnType<typeof longLedger>>) {
    expect(await mine.all("transaction")).toHaveLength(ENTRIES);
    expect((await mine.balances()).get(opened)?.balance).toBe(BigInt(1000 - (ENTRIES * (ENTRIES + 1)) / 2));
    expect(await mine.check()).toMatchObject({ ok: true, value: { repaired: [] } });
  }

  it("asks for each page once", async () => {
    const download = await longLedger();
    expect((await download.mine.sync()).ok).toBe(true);
    expect(new Set(download.asked).size).toBeGreaterThan(ENTRIES / 2);
    // The head alone is asked for again, once everything is sent.
    expect(download.asked.length - new Set(download.asked).size).toBeLessThanOrEqual(1);
    await shouldBeWhole(download);
  });

  it("keeps what came before a request was lost, with its cursor and its sums", async () => {
    const download = await longLedger();
    const { mine, store, network, asked } = download;
    // In the middle of those that are written at once, then just behind them, and in the middle of the next.
    for (const answered of [2, 5, 7]) {
      network.faults.push(...Array.from({ length: answered }, () => "none" as const), "lost");
      expect(await mine.sync()).toEqual({ ok: false, reason: "offline" });
      expect(await sumsIn(store)).toEqual(await recounted(store));
      expect((await mine.progress()).cursor).toBe(asked.at(-1));
    }
    const there = (await mine.all("transaction")).length;
    expect(there).toBeGreaterThan(10);
    expect(there).toBeLessThan(ENTRIES);
    expect((await mine.sync()).ok).toBe(true);
    await shouldBeWhole(download);
  });

  it("has nothing of what it was writing when the program ended, and goes on from there", async () => {
    const download = await longLedger();
    const { mine, store } = download;
    for (let writes = 0; writes < 3; writes++) {
      const before = await mine.progress();
      store.writesUntilCrash = writes;
      await expect(mine.sync()).rejects.toThrow("The program ended.");
      expect(await sumsIn(store)).toEqual(await recounted(store));
      const { cursor } = await mine.progress();
      if (writes === 0) expect(cursor).toBe(before.cursor);
      else expect(cursor).not.toBe(before.cursor);
    }
    expect((await mine.sync()).ok).toBe(true);
    await shouldBeWhole(download);
  });
});

describe("sums", () => {
  it("are those of the transactions that are there, after any pages and edits", async () => {
    server.pageSize = 2;
    let stores = 0;
    await fc.assert(
      fc.asyncProperty(acts, async (schedule) => {
        const ledgerId = await household.createLedger();
        const indexed = await IndexedDbStore.open(`sums-${++stores}`);
        const devices: Editor[] = [];
        for (const store of [indexed, new MemoryStore()] as Store[])
          devices.push({ replica: await household.replica(ledgerId, { store }), deleted: [] });
        await begin(devices[0] as Editor, today);
        for (const act of schedule) {
          const device = devices[act.device % devices.length] as Editor;
          if ("edit" in act) await performEdit(device, act.edit, today);
          else await device.replica.sync();
          for (const { replica } of devices)
            expect(await sumsIn(replica.store)).toEqual(await recounted(replica.store));
        }
        await indexed.close();
      }),
      { numRuns: 6 },
    );
  });
});
