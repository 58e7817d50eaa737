import { describe, expect, it } from "vitest";
import { dependentsOf, neededBy } from "../../src/replica/sync/dependents.ts";
import { account, household, ledger, ledgerId, server, today, useOneLedger } from "../support/one-ledger.ts";
import { dataOf } from "../support/reference-outcomes.ts";
import { answer, refuse } from "../support/reference-server.ts";

useOneLedger();

describe("a replica whose operations a server refuses", () => {
  it("tries what depends on a refused creation again together with it, and gives it up with it", async () => {
    const replica = await household.replica(ledgerId);
    const open = (name: string) => ({ type: "account.open" as const, data: { ...account, name } });
    const taken = (await replica.perform(open("Cash"), today)).operation.entityId;
    const refused = (await replica.perform(open("Cash"), today)).operation.entityId;
    const paid = (
      await replica.perform(
        { type: "transaction.record", data: { accountId: refused, date: today, amount: -1 } },
        today,
      )
    ).operation.entityId;
    await replica.perform({ type: "transaction.revise", entityId: paid, data: { note: "lunch" } }, today);
    await replica.sync();
    const issues = await replica.issues();
    const root = issues.find(({ operation }) => operation.entityId === refused)!;
    expect(dependentsOf(root, issues).map(({ operation }) => operation.type)).toEqual([
      "transaction.record",
      "transaction.revise",
    ]);
    expect(issues.map((one) => neededBy(one, issues)?.key ?? null)).toEqual([null, root.key, root.key]);

    // Once the name is free, one decision does all of it.
    await replica.perform({ type: "account.revise", entityId: taken, data: { name: "Purse" } }, today);
    await replica.decide(root.key, "mine", today);
    await replica.sync();
    expect(await replica.issues()).toEqual([]);
    expect(await replica.all("transaction")).toMatchObject([{ accountId: refused, amount: -1, note: "lunch" }]);
  });

  it("sends whole characters alone, whatever was typed", async () => {
    const replica = await household.replica(ledgerId);
    const half = "half \ud83d of one";
    const given = await replica.perform({ type: "account.open", data: { ...account, note: half } }, today);
    expect(await replica.find("account", given.operation.entityId)).toMatchObject({ note: "half \ufffd of one" });
    // One that an earlier release has let in.
    await replica.store.write("strict", async (tables) => {
      const operation = { ...given.operation, data: { ...given.operation.data, note: half } };
      tables.put("outbox", { ...given, operation });
    });
    await replica.sync();
    expect(dataOf(ledger.entities.get(`account/${given.operation.entityId}`)!)).toMatchObject({
      note: "half \ufffd of one",
    });
  });

  it("sets aside what a server cannot read, and sends the rest without it", async () => {
    const replica = await household.replica(ledgerId);
    await replica.sync();
    const ids: string[] = [];
    for (const name of ["a", "b", "c"])
      ids.push((await replica.perform({ type: "account.open", data: { ...account, name } }, today)).operation.id);
    const message = "This value cannot be read.";
    server.instead.push((_, response) =>
      answer(response, 400, {
        status: 400,
        code: "http.invalid",
        title: "Bad Request",
        errors: { "operations[1].data": [{ code: "json", message }] },
      }),
    );
    expect((await replica.sync()).ok).toBe(true);
    expect(await replica.issues()).toMatchObject([
      {
        operation: { id: ids[1] },
        outcome: { status: "rejected", problem: { code: "http.invalid", errors: { data: [{ message }] } } },
      },
    ]);
    expect((await replica.all("account")).map(({ name }) => name).sort()).toEqual(["a", "c"]);
    // A refusal that names nothing is the request's own.
    await replica.perform({ type: "account.open", data: { ...account, name: "d" } }, today);
    server.instead.push((_, response) => refuse(response, 400, "http.invalid"));
    expect(await replica.sync()).toMatchObject({ ok: false, reason: "refused" });
    expect(await replica.pending()).toHaveLength(1);
  });
});
