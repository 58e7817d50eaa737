import { describe, expect, it } from "vitest";
import { newId } from "../../src/replica/ids.ts";
import type { JsonObject } from "../../src/replica/json.ts";
import { MemoryStore } from "../../src/replica/store/memory.ts";
import { surroundings } from "../support/household.ts";
import { Network } from "../support/network.ts";
import { account, household, ledger, ledgerId, server, today, useOneLedger } from "../support/one-ledger.ts";
import { refuse } from "../support/reference-server.ts";

useOneLedger();

describe("a replica whose copy may not be right any more", () => {
  it("starts anew at 410, says again what the restored server lacks, and does nothing twice", async () => {
    const [mine, theirs] = [await household.replica(ledgerId), await household.replica(ledgerId)];
    const opened = (await mine.perform({ type: "account.open", data: account }, today)).operation.entityId;
    await mine.sync();
    await theirs.sync();
    const restore = ledger.backup();
    const record = (amount: number) => ({
      type: "transaction.record" as const,
      data: { accountId: opened, date: today, amount },
    });
    await mine.perform(record(-10), today);
    await mine.sync();
    await theirs.sync();
    restore();
    await theirs.perform(record(-20), today);

    const answer = await theirs.sync();
    expect(answer.ok && answer.value.isAnew).toBe(true);
    expect(await theirs.all("transaction")).toHaveLength(1);
    await mine.sync();
    await theirs.sync();
    for (const replica of [mine, theirs]) {
      expect((await replica.all("transaction")).map(({ amount }) => amount).sort()).toEqual([-10, -20]);
      expect((await replica.balances()).get(opened)?.balance).toBe(970n);
    }
  });

  it("overwrites nothing that was entered since the restore by what was made on versions that are gone", async () => {
    const [mine, theirs] = [await household.replica(ledgerId), await household.replica(ledgerId)];
    const opened = (await mine.perform({ type: "account.open", data: account }, today)).operation.entityId;
    const revise = (data: JsonObject) => ({ type: "account.revise" as const, entityId: opened, data });
    await mine.sync();
    await theirs.sync();
    const restore = ledger.backup();
    await mine.perform(revise({ note: "acknowledged and lost" }), today);
    await mine.sync();
    await mine.perform(revise({ openingBalance: 5 }), today);
    restore();
    await theirs.perform(revise({ openingBalance: 6 }), today);
    await theirs.sync();
    await mine.sync();
    expect(await mine.issues()).toMatchObject([{ outcome: { status: "conflict", fields: ["openingBalance"] } }]);
    expect(await mine.all("account")).toMatchObject([{ openingBalance: 6, note: "acknowledged and lost" }]);
  });

  it("notices a server that is restored again before its first page was read", async () => {
    const network = new Network();
    const replica = await household.replica(ledgerId, { fetch: network.fetch });
    await replica.sync();
    const restore = ledger.backup();
    await replica.perform({ type: "account.open", data: account }, today);
    restore();
    // It is told to start anew, reads, sends, and hears no more.
    network.faults.push("none", "none", "none", "lost");
    await replica.sync();
    restore();
    expect((await replica.sync()).ok).toBe(true);
    expect(ledger.living("account")).toHaveLength(1);
  });

  it("lets go what a restored server does not have, and nobody says again", async () => {
    const [mine, theirs] = [await household.replica(ledgerId), await household.replica(ledgerId)];
    await mine.sync();
    const restore = ledger.backup();
    const food = { name: "Food", group: "All", kind: "expense" };
    await theirs.perform({ type: "category.create", data: food }, today);
    await theirs.sync();
    await mine.sync();
    expect(await mine.all("category")).toHaveLength(1);
    restore();
    await mine.sync();
    expect(await mine.all("category")).toEqual([]);
  });

  it("repairs the one kind that differs without a reset", async () => {
    const replica = await household.replica(ledgerId);
    const opened = (await replica.perform({ type: "account.open", data: account }, today)).operation.entityId;
    await replica.perform({ type: "transaction.record", data: { accountId: opened, date: today, amount: -1 } }, today);
    await replica.sync();
    const lost = newId(surroundings());
    await replica.store.write("strict", async (tables) => {
      const [row] = await tables.range("entities", "transaction/");
      tables.put("entities", { ...row!, version: 9 });
      tables.put("entities", { ...row!, key: `transaction/${lost}`, id: lost });
    });
    server.asked.length = 0;
    const checked = await replica.check();
    expect(checked.ok && checked.value).toMatchObject({ repaired: ["transaction"], remaining: { kinds: [] } });
    expect(server.asked.filter((line) => line.includes("kinds="))).toEqual([
      expect.stringContaining("kinds=transaction"),
    ]);
    expect(await replica.all("transaction")).toHaveLength(1);
  });

  it("compares with the server's figures, whatever is pending", async () => {
    const network = new Network();
    const replica = await household.replica(ledgerId, { fetch: network.fetch });
    const opened = (await replica.perform({ type: "account.open", data: account }, today)).operation.entityId;
    await replica.sync();
    await replica.perform({ type: "transaction.record", data: { accountId: opened, date: today, amount: -1 } }, today);
    await replica.perform({ type: "account.revise", entityId: opened, data: { openingBalance: 5 } }, today);
    expect(await replica.check()).toMatchObject({
      ok: true,
      value: { repaired: [], remaining: { kinds: [], accounts: [] } },
    });
    expect((await replica.balances()).get(opened)?.balance).toBe(4n);
  });

  it("reads a kind that its release has newly learnt beside the cursor", async () => {
    const store = new MemoryStore();
    const replica = await household.replica(ledgerId, { store });
    await replica.perform({ type: "category.create", data: { name: "Food", group: "All", kind: "expense" } }, today);
    await replica.sync();
    // As a release that did not know categories would have left it.
    await store.write("strict", async (tables) => {
      const [category] = await tables.range("entities", "category/");
      tables.delete("entities", category!.key);
      const progress = await tables.get("meta", "progress");
      const kinds = ["ledger", "member", "account", "transaction", "budget", "import"];
      tables.put("meta", { key: "progress", value: { ...(progress!.value as object), kinds } });
    });
    await replica.sync();
    expect(await replica.all("category")).toHaveLength(1);
    expect(await store.read((tables) => tables.range("entities", "prophecy/"))).toEqual([]);
  });

  it("goes on with a server that is older than it, and does not know such a kind", async () => {
    const replica = await household.replica(ledgerId);
    await replica.sync();
    await replica.store.write("strict", async (tables) => {
      const progress = await tables.get("meta", "progress");
      tables.put("meta", { key: "progress", value: { ...(progress!.value as object), kinds: ["ledger"] } });
    });
    server.instead.push((_, response) => response.writeHead(304).end());
    server.instead.push((_, response) => refuse(response, 400, "validation"));
    expect((await replica.sync()).ok).toBe(true);
  });
});
