import { describe, expect, it } from "vitest";
import { unmerged, useOf } from "../../src/categories/merge.ts";
import { newId, type Replica, realSurroundings } from "../../src/replica/index.ts";
import { account, household, ledgerId, today, useOneLedger } from "../support/one-ledger.ts";

useOneLedger();

describe("a merger that is taken back", () => {
  const created = async (replica: Replica, name: string) =>
    (await replica.perform({ type: "category.create", data: { name, group: "Food", kind: "expense" } }, today))
      .operation.entityId;

  it.each([
    ["before it was sent", false],
    ["after it was sent", true],
  ])("%s leaves every entry and budget as it was, and nothing to decide", async (_, isSent) => {
    const replica = await household.replica(ledgerId);
    const cash = (await replica.perform({ type: "account.open", data: account }, today)).operation.entityId;
    const [bread, fruit] = [await created(replica, "Bread"), await created(replica, "Fruit")];
    const record = { accountId: cash, date: today, amount: -300 };
    await replica.perform({ type: "transaction.record", data: { ...record, categoryId: bread } }, today);
    const parts = [
      { amount: -100, categoryId: bread },
      { amount: -200, categoryId: fruit },
    ];
    await replica.perform({ type: "transaction.record", data: { ...record, splits: parts } }, today);
    const plan = { name: "Food", amount: 100, currency: "EUR", period: "month", startsOn: today, categoryIds: [bread] };
    await replica.perform({ type: "budget.create", data: plan }, today);
    await replica.sync();
    const entries = await replica.all("transaction");
    const category = (await replica.find("category", bread))!;
    const use = useOf(bread, entries, await replica.all("budget"));
    await replica.perform({ type: "category.merge", entityId: bread, data: { into: fruit } }, today);
    if (isSent) await replica.sync();
    expect((await replica.all("transaction")).some(({ categoryId }) => categoryId === bread)).toBe(false);
    const again = newId(realSurroundings);
    for (const command of unmerged(category, use, again)) await replica.perform(command, today);
    await replica.sync();
    await replica.sync();
    expect(await replica.issues()).toEqual([]);
    expect(await replica.pending()).toEqual([]);
    const told = (all: typeof entries, id: string) =>
      new Map(all.map((one) => [one.id, [one.categoryId === id, one.splits.map((part) => part.categoryId === id)]]));
    expect(told(await replica.all("transaction"), again)).toEqual(told(entries, bread));
    expect((await replica.all("budget"))[0]?.categoryIds).toEqual([again]);
    expect((await replica.all("category")).map(({ name }) => name).sort()).toEqual(["Bread", "Fruit"]);
  });
});
