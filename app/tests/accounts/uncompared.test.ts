import { expect, it } from "vitest";
import { uncompared } from "../../src/screens/reconcile/items.ts";
import { account, household, ledgerId, today, useOneLedger } from "../support/one-ledger.ts";

useOneLedger();

it("what is reconciled is what was shown: entries from before the opening day are listed, and count for nothing", async () => {
  const replica = await household.replica(ledgerId);
  const opened = { ...account, openedOn: "2026-06-01", openingBalance: 1000 };
  const accountId = (await replica.perform({ type: "account.open", data: opened }, today)).operation.entityId;
  const record = async (date: string, amount: number, status: "cleared" | "pending") => {
    const data = { accountId, date, amount, status };
    return (await replica.perform({ type: "transaction.record", data }, today)).operation.entityId;
  };
  const old = await record("2026-05-20", -700, "cleared");
  const open = await record("2026-05-21", -300, "pending");
  const own = await record("2026-06-05", -100, "cleared");
  await record("2026-06-20", -50, "cleared");
  const { items, earlier, settled } = await uncompared(replica, accountId, "2026-06-10");
  expect(items.map(({ id }) => id)).toEqual([own]);
  expect(earlier.map(({ id, isPending }) => [id, isPending])).toEqual([
    [open, true],
    [old, false],
  ]);
  expect(settled).toBe(1000n);
});
