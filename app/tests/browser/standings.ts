import type { LedgerApi } from "../../src/replica/api/ledger-api.ts";
import { realSurroundings } from "../../src/replica/ids.ts";
import { Replica } from "../../src/replica/replica.ts";
import { IndexedDbStore } from "../../src/replica/store/indexeddb.ts";

/** A ledger's budget, and the days to ask about. */
export interface Asked {
  readonly ledgerId: string;
  readonly budgetId: string;
  readonly days: readonly string[];
}

/** How budgets stand on some days by the copies that the app has in this browser; null where a copy is not whole yet. */
async function standings(asked: readonly Asked[]): Promise<unknown[] | null> {
  const stores = (await indexedDB.databases()).map(({ name = "" }) => name);
  const all: unknown[] = [];
  for (const { ledgerId, budgetId, days } of asked) {
    const name = stores.find((one) => one.endsWith(ledgerId));
    if (!name) return null;
    const store = await IndexedDbStore.open(name);
    try {
      const replica = new Replica({ store, api: { ledgerId } as LedgerApi, surroundings: realSurroundings });
      if (!(await replica.progress()).complete) return null;
      for (const on of days) {
        const status = (await replica.statuses(on)).get(budgetId);
        all.push(
          JSON.parse(JSON.stringify({ on, ...status }, (_, one) => (typeof one === "bigint" ? Number(one) : one))),
        );
      }
    } finally {
      await store.close();
    }
  }
  return all;
}

(globalThis as { standings?: typeof standings }).standings = standings;
