import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countedIn, spentIn } from "../../src/budgets/counted.ts";
import { MemoryStore } from "../../src/replica/store/memory.ts";
import { statusesOn } from "../../src/replica/sums/statuses.ts";
import { anyEntries, someAccounts, someCategories } from "../support/any-entries.ts";
import { put, transaction } from "../support/entries.ts";

const reference = { accounts: someAccounts, categories: someCategories };
const scopes = fc.record({
  categoryIds: fc.subarray(["food", "fun"]),
  accountIds: fc.subarray(["a", "off", "usd"]),
});

describe("the entries that a budget counts", () => {
  it("come to what was spent, in its currency and in others", async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries, scopes, async (entries, scope) => {
        const store = new MemoryStore();
        await put(
          store,
          entries.map((entry, place) => transaction(`t${place}`, entry)),
        );
        const budget = {
          id: "b",
          currency: "EUR",
          period: "month" as const,
          every: 1,
          startsOn: "2026-01-01",
          amounts: [{ fromPeriodStart: "2026-01-01", amount: 100 }],
          rollover: "none" as const,
          thresholds: [],
          ...scope,
        };
        const on = "2026-02-10";
        const status = (await store.read((tables) => statusesOn(tables, [budget], reference, on))).get("b");
        const counted = countedIn(entries, scope, reference, { start: "2026-02-01", end: "2026-02-28" });
        expect(spentIn(counted, "EUR")).toBe(status?.spent);
        expect(spentIn(counted, "USD")).toBe(status?.unconverted.USD ?? 0n);
      }),
    );
  });

  it("say why each counts", () => {
    const entry = {
      accountId: "a",
      date: "2026-02-03",
      amount: 500,
      status: "cleared" as const,
      categoryId: "food",
      splits: [],
    };
    const [counted] = countedIn([entry], { categoryIds: [], accountIds: [] }, reference, {
      start: "2026-02-01",
      end: "2026-02-28",
    });
    expect(counted?.parts).toEqual([
      {
        categoryId: "food",
        spent: -500n,
        currency: "EUR",
        why: "expense",
        account: "onBudget",
        isSplitPart: false,
        isRefund: true,
      },
    ]);
  });
});
