import fc from "fast-check";
import { expect, it } from "vitest";
import type { JsonObject } from "../../src/replica/json.ts";
import type { Replica } from "../../src/replica/replica.ts";
import { takeIn } from "../../src/replica/sync/take-in.ts";
import { type Given, readUnsent, type UnsentFile, written } from "../../src/state/unsent-file.ts";
import { sound } from "../support/given.ts";
import { account, household, ledgerId, today, useOneLedger } from "../support/one-ledger.ts";
import { stateAsText } from "../support/state.ts";

useOneLedger();

type Edit = {
  readonly what: "record" | "revise" | "delete" | "restore";
  readonly which: number;
  readonly text: string;
};

const edits = fc.array(
  fc.record({
    what: fc.constantFrom<Edit["what"]>("record", "record", "revise", "delete", "restore"),
    which: fc.nat(4),
    text: fc.string({ unit: "grapheme", maxLength: 8 }),
  }),
  { minLength: 1, maxLength: 12 },
);

it("what is saved and loaded again is what was waiting, sent once with the ids it had", async () => {
  const first = await household.replica(ledgerId);
  const accountId = (await first.perform({ type: "account.open", data: account }, today)).operation.entityId;
  await first.sync();
  await fc.assert(
    fc.asyncProperty(edits, async (all) => {
      const [left, back] = [await household.replica(ledgerId), await household.replica(ledgerId)];
      await left.sync();
      await back.sync();
      await give(left, accountId, all);
      const waiting = await left.pending();
      const read = readUnsent(JSON.stringify(written(fileOf(waiting)))) as UnsentFile;
      const given = read.parts.flatMap((part) => part.given);
      expect(await takeIn(back.store, given)).toBe(waiting.length);
      expect(await takeIn(back.store, given)).toBe(0);
      expect((await back.pending()).map(asGiven)).toEqual(waiting.map(asGiven));
      expect(await shownBy(back)).toBe(await shownBy(left));
      await back.sync();
      const done = await stateAsText(back, today);
      // The device that they were saved on is not lost after all, and sends them, too.
      expect((await left.sync()).ok).toBe(true);
      expect(await stateAsText(left, today)).toBe(done);
      await back.sync();
      expect(await stateAsText(back, today)).toBe(done);
      expect(await takeIn(back.store, given)).toBe(0);
    }),
    { numRuns: 15 },
  );
});

it("any change of the file is noticed", () => {
  const text = JSON.stringify(written(fileOf([record("Bakery")])), null, 2);
  expect(readUnsent(text)).toMatchObject({ userId: "anna" });
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom("x", "7", '"', "}"), (at, letter) => {
      const changed = text.slice(0, at) + letter + text.slice(at + 1);
      fc.pre(JSON.stringify(parsed(changed)) !== JSON.stringify(JSON.parse(text)));
      expect(["damaged", "other", "newer"]).toContain(readUnsent(changed));
    }),
  );
  expect(readUnsent(text.slice(0, -20))).toBe("damaged");
  expect(readUnsent(text.replace("Bakery", "Bakers"))).toBe("damaged");
});

it.each([
  ["a bank's file", "Date,Amount\n2026-01-01,1", "other"],
  ["an export", '{"ledgers":[]}', "other"],
  ["nothing", "", "other"],
  ["one of a later release", '{"format":"mybudget-unsent","version":3}', "newer"],
])("%s is told as what it is", (_, text, fault) => expect(readUnsent(text)).toBe(fault));

it("receipts are part of it, and an earlier release says that it cannot read them", () => {
  const [id, entryId] = ["00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"];
  const receipt = {
    id,
    entryId,
    name: "till.png",
    addedAt: "2026-06-15T10:00:00Z",
    type: "image/png",
    content: "aGk=",
  };
  const file = fileOf([record("Bakery")]);
  const withReceipt = { ...file, parts: file.parts.map((part) => ({ ...part, receipts: [receipt] })) };
  expect(written(file).version).toBe(1);
  expect(written(withReceipt).version).toBe(2);
  expect(readUnsent(JSON.stringify(written(withReceipt)))).toMatchObject({ parts: [{ receipts: [receipt] }] });
});

async function give(replica: Replica, accountId: string, all: readonly Edit[]): Promise<void> {
  const ids: string[] = [];
  for (const { what, which, text } of all) {
    const entityId = ids[which % Math.max(1, ids.length)];
    const data = { accountId, date: today, amount: -100 - which, payee: text };
    if (what === "record" || entityId === undefined) {
      ids.push((await replica.perform({ type: "transaction.record", data }, today)).operation.entityId);
    } else if (what === "revise") {
      await replica.perform({ type: "transaction.revise", entityId, data: { note: text } }, today);
    } else {
      const snapshot = { id: entityId, ...data, splits: [], tags: [], status: "cleared" } as unknown as JsonObject;
      await replica.perform(
        what === "delete"
          ? { type: "transaction.delete", entityId }
          : { type: "transaction.restore", entityId, snapshot },
        today,
      );
    }
  }
}

function fileOf(given: readonly Given[]): UnsentFile {
  return { savedAt: "2026-06-15T10:00:00Z", userId: "anna", parts: [{ ledgerId, name: "Home", given }] };
}

function record(payee: string): Given {
  return { ...sound, operation: { ...sound.operation, data: { ...sound.operation.data, payee } } };
}

function asGiven({ operation, at, on, snapshot }: Given) {
  return { operation, at, on, snapshot };
}

async function shownBy(replica: Replica): Promise<string> {
  const all = await replica.all("transaction");
  return JSON.stringify(all.sort((one, other) => (one.id < other.id ? -1 : 1)));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
