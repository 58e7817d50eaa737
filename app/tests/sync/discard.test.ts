import { expect, it } from "vitest";
import { newId } from "../../src/replica/ids.ts";
import { surroundings } from "../support/household.ts";
import { account, household, ledgerId, today, useOneLedger } from "../support/one-ledger.ts";

useOneLedger();

const begun = async () => {
  const replica = await household.replica(ledgerId);
  const accountId = (await replica.perform({ type: "account.open", data: account }, today)).operation.entityId;
  await replica.sync();
  return { replica, accountId };
};

it("puts back what the server has, and keeps what else waits", async () => {
  const { replica, accountId } = await begun();
  const renamed = await replica.perform(
    { type: "account.revise", entityId: accountId, data: { name: "Purse" } },
    today,
  );
  await replica.perform({ type: "account.revise", entityId: accountId, data: { note: "kept" } }, today);
  expect(await replica.discard(renamed.key)).toHaveLength(1);
  expect(await replica.find("account", accountId)).toMatchObject({ name: "Cash", note: "kept" });
  await replica.sync();
  expect(await replica.issues()).toEqual([]);
  expect(await replica.find("account", accountId)).toMatchObject({ name: "Cash", note: "kept" });
});

it("gives up with a creation what was done to it, and its part in the balance", async () => {
  const { replica, accountId } = await begun();
  const entityId = newId(surroundings());
  const data = { accountId, date: today, amount: -300 };
  const recorded = await replica.perform({ type: "transaction.record", entityId, data }, today);
  await replica.perform({ type: "transaction.revise", entityId, data: { amount: -400 } }, today);
  expect((await replica.balances()).get(accountId)?.balance).toBe(600n);
  expect(await replica.discard(recorded.key)).toHaveLength(2);
  expect(await replica.find("transaction", entityId)).toBeNull();
  expect((await replica.balances()).get(accountId)?.balance).toBe(1000n);
  expect(await replica.pending()).toEqual([]);
});

it("gives up with an account what was entered into it, and asks for nothing that cannot be", async () => {
  const { replica, accountId } = await begun();
  const perform = (
    type: "account.open" | "transaction.record" | "transaction.revise",
    data: object,
    entityId?: string,
  ) => replica.perform({ type, data: data as never, ...(entityId ? { entityId } : {}) }, today);
  const purse = await perform("account.open", { ...account, name: "Purse" });
  const into = purse.operation.entityId;
  const lunch = await perform("transaction.record", { accountId: into, date: today, amount: -300 });
  await perform("transaction.revise", { note: "soup" }, lunch.operation.entityId);
  await perform("transaction.record", {
    accountId,
    date: today,
    amount: -50,
    transfer: { accountId: into, amount: 50 },
  });
  await perform("transaction.record", { accountId, date: today, amount: -20 });
  expect(await replica.discard(purse.key)).toHaveLength(4);
  expect((await replica.pending()).map(({ operation }) => operation.data?.amount)).toEqual([-20]);
  expect((await replica.balances()).get(accountId)?.balance).toBe(980n);
  await replica.sync();
  expect(await replica.issues()).toEqual([]);
});

it("takes back nothing that was sent", async () => {
  const { replica, accountId } = await begun();
  const renamed = await replica.perform(
    { type: "account.revise", entityId: accountId, data: { name: "Purse" } },
    today,
  );
  await replica.sync();
  expect(await replica.discard(renamed.key)).toEqual([]);
  expect(await replica.find("account", accountId)).toMatchObject({ name: "Purse" });
  expect((await replica.done(10)).map(({ operation }) => operation.type)).toEqual(["account.revise", "account.open"]);
});
