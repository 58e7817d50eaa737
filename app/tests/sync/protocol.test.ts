import { describe, expect, it } from "vitest";
import { Network } from "../support/network.ts";
import {
  account,
  household,
  ledger,
  ledgerId,
  server,
  today,
  twoWithAnEntry,
  useOneLedger,
} from "../support/one-ledger.ts";
import { dataOf } from "../support/reference-outcomes.ts";
import { answer, refuse } from "../support/reference-server.ts";

useOneLedger();

describe("a replica", () => {
  it("shows what was done offline at once, and sends it in the order it was given", async () => {
    const network = new Network();
    const replica = await household.replica(ledgerId, { fetch: network.fetch });
    network.faults.push("lost");
    expect(await replica.sync()).toEqual({ ok: false, reason: "offline" });

    const opened = (await replica.perform({ type: "account.open", data: account }, today)).operation.entityId;
    const paid = await replica.perform(
      { type: "transaction.record", data: { accountId: opened, date: today, amount: -250 } },
      today,
    );
    await replica.perform(
      { type: "transaction.revise", entityId: paid.operation.entityId, data: { amount: -300 } },
      today,
    );
    expect((await replica.balances()).get(opened)?.balance).toBe(700n);
    expect(await replica.pending()).toHaveLength(3);

    const synced = await replica.sync();
    expect(synced.ok && synced.value.outcomes.map(({ status }) => status)).toEqual(["applied", "applied", "applied"]);
    expect(await replica.pending()).toEqual([]);
    expect(await replica.find("transaction", paid.operation.entityId)).toMatchObject({ amount: -300, version: 2 });
  });

  it("sends an acknowledged operation along while a later one on its entity is not", async () => {
    let meanwhile: (() => Promise<unknown>) | null = null;
    const replica = await household.replica(ledgerId, {
      fetch: async (input, init) => {
        const response = await fetch(input, init);
        const work = meanwhile;
        meanwhile = null;
        await work?.();
        return response;
      },
    });
    const opened = (await replica.perform({ type: "account.open", data: account }, today)).operation.entityId;
    await replica.sync();

    await replica.perform({ type: "account.revise", entityId: opened, data: { name: "Purse" } }, today);
    // While it is on its way, its user goes on with what they see.
    meanwhile = () => replica.perform({ type: "account.revise", entityId: opened, data: { name: "Wallet" } }, today);
    const synced = await replica.sync();
    // Without the first one, their own new name would pass for somebody else's.
    expect(synced.ok && synced.value.outcomes.map(({ status, repeated }) => [status, repeated ?? false])).toEqual([
      ["applied", false],
      ["applied", true],
      ["applied", false],
    ]);
    expect(await replica.store.read((tables) => tables.range("outbox"))).toEqual([]);
    expect(await replica.find("account", opened)).toMatchObject({ name: "Wallet" });
  });

  it("keeps a conflict until somebody decides, and shows the server's state meanwhile", async () => {
    const { mine, theirs, paid } = await twoWithAnEntry();
    await theirs.perform({ type: "transaction.revise", entityId: paid, data: { amount: -1300 } }, today);
    await theirs.sync();
    await mine.perform({ type: "transaction.revise", entityId: paid, data: { amount: -1250 } }, today);
    await mine.sync();

    const [issue] = await mine.issues();
    expect(issue).toMatchObject({ outcome: { status: "conflict", fields: ["amount"] }, mine: { amount: -1250 } });
    expect(await mine.find("transaction", paid)).toMatchObject({ amount: -1300 });
    await mine.decide(issue!.key, "both", today);
    await mine.sync();
    const amounts = (await mine.all("transaction")).map(({ amount }) => amount).sort((a, b) => a - b);
    expect([await mine.issues(), amounts]).toEqual([[], [-1300, -1250]]);
  });

  it("counts what was merged with changes of others, until somebody looks, and once", async () => {
    const { mine, theirs, paid } = await twoWithAnEntry();
    await theirs.perform({ type: "transaction.revise", entityId: paid, data: { note: "theirs" } }, today);
    await theirs.sync();
    await mine.perform({ type: "transaction.revise", entityId: paid, data: { payee: "Mine" } }, today);
    await mine.sync();
    expect([await mine.merged(), await theirs.merged()]).toEqual([1, 0]);
    await mine.seeMerged();
    // As to a server that was restored, or whose answer was lost: it is answered as the first time.
    await mine.store.write("strict", async (tables) => {
      for (const row of await tables.range("sent")) tables.put("outbox", { ...row, state: "pending" });
    });
    await mine.sync();
    expect(await mine.merged()).toBe(0);
    expect(await mine.find("transaction", paid)).toMatchObject({ note: "theirs", payee: "Mine" });
  });

  it("brings back what others deleted when its user says so", async () => {
    const { mine, theirs, paid } = await twoWithAnEntry();
    await theirs.perform({ type: "transaction.delete", entityId: paid }, today);
    await theirs.sync();
    await mine.perform({ type: "transaction.revise", entityId: paid, data: { note: "mine" } }, today);
    await mine.sync();
    const [issue] = await mine.issues();
    expect(issue?.outcome.deleted).toBe(true);
    await mine.decide(issue!.key, "mine", today);
    expect(await mine.find("transaction", paid)).toMatchObject({ note: "mine" });
    await mine.sync();
    expect(dataOf(ledger.entities.get(`transaction/${paid}`)!)).toMatchObject({ note: "mine", amount: -1 });
  });

  it("keeps what was rejected with its problem, and what depends on it", async () => {
    const replica = await household.replica(ledgerId);
    await replica.perform({ type: "account.open", data: account }, today);
    const second = (await replica.perform({ type: "account.open", data: account }, today)).operation.entityId;
    await replica.perform({ type: "transaction.record", data: { accountId: second, date: today, amount: -1 } }, today);
    await replica.sync();
    const codes = (await replica.issues()).map(({ outcome }) => outcome.problem?.code);
    expect(codes).toEqual(["account.name-taken", "sync.depends-on-rejected"]);
    expect(await replica.all("account")).toHaveLength(1);
    expect(await replica.all("transaction")).toEqual([]);
  });

  it("sends more than 500 operations in several requests, and pages what comes back", async () => {
    server.pageSize = 100;
    const replica = await household.replica(ledgerId);
    const opened = (await replica.perform({ type: "account.open", data: account }, today)).operation.entityId;
    for (let count = 0; count < 1100; count++) {
      await replica.perform(
        { type: "transaction.record", data: { accountId: opened, date: today, amount: -1 } },
        today,
      );
    }
    const synced = await replica.sync();
    expect(synced.ok && synced.value.outcomes).toHaveLength(1101);
    expect(server.asked.filter((line) => line.startsWith("POST") && line.endsWith("/sync"))).toHaveLength(3);
    expect((await replica.balances()).get(opened)?.balance).toBe(-100n);
  });

  it("never shows its own old value over somebody's newer one", async () => {
    const [mine, theirs] = [await household.replica(ledgerId), await household.replica(ledgerId)];
    const opened = (await mine.perform({ type: "account.open", data: account }, today)).operation.entityId;
    await mine.sync();
    await theirs.sync();
    await mine.perform({ type: "account.revise", entityId: opened, data: { name: "Purse" } }, today);
    await mine.perform({ type: "account.revise", entityId: opened, data: { name: "Wallet" } }, today);
    await mine.sync();
    await theirs.sync();
    await theirs.perform({ type: "account.revise", entityId: opened, data: { name: "Theirs" } }, today);
    await theirs.sync();
    // Acknowledged as it is, and sent again without need, as after a restoration.
    await mine.store.write("strict", async (tables) => {
      for (const row of await tables.range("sent")) tables.put("outbox", { ...row, state: "pending" });
    });
    await mine.sync();
    expect(await mine.find("account", opened)).toMatchObject({ name: "Theirs" });
    await mine.store.write("strict", async (tables) => {
      for (const row of await tables.range("sent")) tables.put("outbox", { ...row, state: "pending" });
    });
    // Reads without sending, and lays over it what is pending.
    await mine.check();
    expect(await mine.find("account", opened)).toMatchObject({ name: "Theirs" });
  });

  it("asks nothing of a ledger that is no longer its user's, and keeps what was not sent", async () => {
    const replica = await household.replica(ledgerId);
    await replica.sync();
    server.ledgers.delete(ledgerId);
    await replica.perform({ type: "account.open", data: account }, today);
    expect(await replica.sync()).toMatchObject({ ok: false, reason: "refused", problem: { status: 404 } });
    expect((await replica.progress()).gone).toBe(true);
    expect(await replica.pending()).toHaveLength(1);
  });

  it("asks for nothing that it has: a poll without news is a 304", async () => {
    const replica = await household.replica(ledgerId);
    await replica.sync();
    server.asked.length = 0;
    await replica.sync();
    expect(server.asked).toEqual([expect.stringMatching(/^GET .*changes\?since=first/)]);
  });

  it("halves a batch that the server finds too large", async () => {
    const replica = await household.replica(ledgerId);
    for (const name of ["a", "b", "c"])
      await replica.perform({ type: "account.open", data: { ...account, name } }, today);
    await replica.sync();
    for (const { id } of await replica.all("account"))
      await replica.perform({ type: "account.close", entityId: id }, today);
    server.instead.push((_, response) => refuse(response, 413, "body.too-large"));
    expect((await replica.sync()).ok).toBe(true);
    expect((await replica.all("account")).every(({ closed }) => closed)).toBe(true);
  });

  it("keeps the order of what it was given whatever its clock says", async () => {
    const days = ["2031-01-01", "1999-12-31", "2026-06-15"];
    const clock = { now: () => new Date(days.shift() ?? "1970-01-01"), random: Math.random };
    const replica = await household.replica(ledgerId, { surroundings: clock });
    const opened = (await replica.perform({ type: "account.open", data: account }, today)).operation.entityId;
    for (const name of ["Purse", "Wallet", "Tin"])
      await replica.perform({ type: "account.revise", entityId: opened, data: { name } }, today);
    expect((await replica.sync()).ok).toBe(true);
    expect(await replica.issues()).toEqual([]);
    expect(await replica.find("account", opened)).toMatchObject({ name: "Tin", version: 4 });
  });

  it("takes what it does not know of a later server's answer for what a person has to see, or skips it", async () => {
    const replica = await household.replica(ledgerId);
    await replica.sync();
    const given = (await replica.perform({ type: "account.open", data: account }, today)).operation;
    const { id, entityId } = given;
    const later = { kind: "oracle", id, revision: 9, deleted: false, data: { id }, mood: "good" };
    server.instead.push((_, response) =>
      answer(response, 200, {
        outcomes: [{ id, entityId, status: "postponed", until: "2027-01-01" }],
        changes: { items: [later], cursor: ledger.cursor, hasMore: false, total: 1 },
        weather: "fine",
      }),
    );
    expect((await replica.sync()).ok).toBe(true);
    expect(await replica.pending()).toEqual([]);
    expect(await replica.issues()).toMatchObject([{ operation: given, outcome: { status: "postponed" } }]);
    expect(await replica.all("account")).toEqual([]);
    expect((await replica.store.read((tables) => tables.range("entities"))).some((row) => row.id === id)).toBe(false);
  });
});
