import { describe, expect, it } from "vitest";
import { bulkPlan, common } from "../../src/bulk/plan.ts";
import type { Line } from "../../src/replica/index.ts";

const facts = {
  accounts: new Map([
    ["a", { currency: "EUR", closed: false }],
    ["b", { currency: "EUR", closed: false }],
    ["usd", { currency: "USD", closed: false }],
    ["old", { currency: "EUR", closed: true }],
  ]),
};

function line(id: string, part: Partial<Line> = {}): Line {
  return {
    id,
    date: "2026-11-05",
    order: "1",
    accountId: "a",
    amount: -1250,
    status: "cleared",
    payee: "Lidl",
    categoryId: "c1",
    createdBy: null,
    importId: null,
    note: null,
    tags: ["food"],
    splits: [],
    transfer: null,
    ...part,
  };
}

const transfer = { accountId: "b", amount: 1250 };

describe("one change for many entries", () => {
  it("leaves reconciled ones, splits and transfers out, and says how many", () => {
    const lines = [
      line("1"),
      line("2", { status: "reconciled" }),
      line("3", { splits: [{ amount: -1250 }] }),
      line("4", { transfer }),
      line("5", { categoryId: "c2" }),
    ];
    const plan = bulkPlan(lines, { categoryId: "c2" }, facts);
    expect(plan.commands).toEqual([{ type: "transaction.revise", entityId: "1", data: { categoryId: "c2" } }]);
    expect(Object.fromEntries(plan.skipped)).toEqual({ reconciled: 1, split: 1, transfer: 1 });
    expect(plan.unchanged).toBe(1);
  });

  it("takes locks off by a status alone", () => {
    const lines = [line("1", { status: "reconciled" }), line("2", { status: "pending" }), line("3")];
    const plan = bulkPlan(lines, { status: "cleared" }, facts);
    expect(plan.commands.map(({ entityId }) => entityId)).toEqual(["1", "2"]);
    expect(plan.unlocked).toBe(1);
    expect(bulkPlan(lines, { status: "cleared", payee: "X" }, facts).skipped.get("reconciled")).toBe(1);
  });

  it("moves to accounts of the same currency that are open", () => {
    expect(bulkPlan([line("1")], { accountId: "b" }, facts).commands).toHaveLength(1);
    expect(bulkPlan([line("1")], { accountId: "usd" }, facts).skipped.get("currency")).toBe(1);
    expect(bulkPlan([line("1")], { accountId: "old" }, facts).skipped.get("closed")).toBe(1);
    expect(bulkPlan([line("1", { transfer })], { accountId: "usd" }, facts).skipped.get("transfer")).toBe(1);
  });

  it("adds and removes tags whatever their case", () => {
    const plan = bulkPlan([line("1")], { addTags: ["FOOD", "trip"], removeTags: ["none"] }, facts);
    expect(plan.commands[0]?.data).toEqual({ tags: ["food", "trip"] });
    expect(bulkPlan([line("1")], { removeTags: ["Food"] }, facts).commands[0]?.data).toEqual({ tags: [] });
    const many = line("1", { tags: Array.from({ length: 20 }, (_, place) => `t${place}`) });
    expect(bulkPlan([many], { addTags: ["one more"] }, facts).skipped.get("tags")).toBe(1);
  });

  it("moves dates within what is allowed", () => {
    expect(bulkPlan([line("1")], { moveDays: -5 }, facts).commands[0]?.data).toEqual({ date: "2026-10-31" });
    expect(bulkPlan([line("1", { date: "1900-01-01" })], { moveDays: -1 }, facts).skipped.get("date")).toBe(1);
  });

  it("deletes what is neither reconciled nor in a closed account", () => {
    const lines = [line("1"), line("2", { accountId: "old" }), line("3", { status: "reconciled" })];
    const plan = bulkPlan(lines, { isDelete: true }, facts);
    expect(plan.commands).toEqual([{ type: "transaction.delete", entityId: "1" }]);
    expect(Object.fromEntries(plan.skipped)).toEqual({ closed: 1, reconciled: 1 });
  });

  it("tells what they have in common", () => {
    expect(common([line("1"), line("2")], ({ payee }) => payee)).toBe("Lidl");
    expect(common([line("1"), line("2", { payee: null })], ({ payee }) => payee)).toBeUndefined();
  });
});
