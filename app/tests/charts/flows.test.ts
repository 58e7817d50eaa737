import { describe, expect, it } from "vitest";
import { MemoryStore } from "../../src/replica/store/memory.ts";
import { firstFlow, flowsBetween } from "../../src/replica/sums/flows.ts";
import { put, transaction } from "../support/entries.ts";

describe("flows of a time", () => {
  it("are those of its days, the first and the last included, without transfers", async () => {
    const store = new MemoryStore();
    await put(store, [
      transaction("1", { accountId: "a", date: "2026-01-31", amount: -100 }),
      transaction("2", { accountId: "a", date: "2026-02-01", amount: -200, categoryId: "c" }),
      transaction("3", { accountId: "a", date: "2026-02-01", amount: 50, categoryId: "c" }),
      transaction("4", { accountId: "a", date: "2026-03-15", amount: -400 }),
      transaction("5", { accountId: "a", date: "2026-03-16", amount: -800 }),
      transaction("6", { accountId: "a", date: "2026-03-01", amount: -7, transfer: { accountId: "b", amount: 7 } }),
    ]);
    const flows = await store.read((tables) => flowsBetween(tables, "2026-02-01", "2026-03-15"));
    expect(flows).toEqual([
      { date: "2026-02-01", accountId: "a", categoryId: "c", inflow: 50n, outflow: -200n },
      { date: "2026-03-15", accountId: "a", categoryId: null, inflow: 0n, outflow: -400n },
    ]);
    expect(await store.read(firstFlow)).toBe("2026-01-01");
  });

  it("are none in a ledger without entries", async () => {
    const store = new MemoryStore();
    expect(await store.read(firstFlow)).toBeNull();
    expect(await store.read((tables) => flowsBetween(tables, "2026-01-01", "2026-12-31"))).toEqual([]);
  });
});
