import { expect, it } from "vitest";
import { commandsOf } from "../../src/entries/form.ts";
import type { JsonObject } from "../../src/replica/index.ts";
import { mergePatch } from "../../src/replica/json.ts";
import { undoingOf } from "../../src/state/inverse.ts";

const entry = {
  id: "e",
  accountId: "a",
  date: "2026-01-05",
  amount: -700,
  status: "cleared",
  splits: [],
  tags: [],
  note: "old",
};
const locked = { ...entry, status: "reconciled", reconciledOn: "2026-01-31" };

/** What a server does that protects what is reconciled: nothing but its status may change. */
function carriedOut(from: JsonObject, commands: ReturnType<typeof undoingOf>): JsonObject {
  return commands.reduce<JsonObject>((state, { data = {} }) => {
    const isStatusAlone = Object.keys(data).every((name) => name === "status");
    if (state.status === "reconciled" && !isStatusAlone) throw new Error("transactions.reconciled");
    return mergePatch(state, data) as JsonObject;
  }, from);
}

it.each([
  ["a note", { note: "new" }],
  ["a note and a tag that was not there", { note: "new", tags: ["trip"] }],
  ["an amount, by which it stays open", { amount: -800 }],
  ["the lock alone", { status: "cleared" }],
])("takes back %s of an entry that was reconciled, and locks it again", (_, patch) => {
  const commands = commandsOf(locked as never, patch);
  const changed = carriedOut(locked, commands);
  const undone = carriedOut(
    changed,
    undoingOf(
      commands,
      commands.map(() => locked),
    ),
  );
  expect(undone).toEqual(locked);
});

it("takes back several things in the opposite order", () => {
  const commands = [
    { type: "transaction.revise", entityId: "e", data: { note: "new", payee: "Bakery" } },
    { type: "transaction.delete", entityId: "f" },
  ] as const;
  expect(undoingOf(commands, [entry, entry])).toEqual([
    { type: "transaction.restore", entityId: "f", snapshot: entry },
    { type: "transaction.revise", entityId: "e", data: { note: "old", payee: null } },
  ]);
});
