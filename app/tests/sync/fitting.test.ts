import fc from "fast-check";
import { expect, it } from "vitest";
import { demoHousehold } from "../../src/demo/household.ts";
import { newId, realSurroundings } from "../../src/replica/ids.ts";
import type { Json, JsonObject } from "../../src/replica/json.ts";
import { type Given, readUnsent, written } from "../../src/state/unsent-file.ts";
import { id, sound } from "../support/given.ts";

const savedAt = "2026-06-15T10:00:00Z";
const part = { ledgerId: id("a"), name: "Home" };

function read(given: unknown, more: object = {}) {
  const parts = [{ ...part, given: [given as Given], ...more }];
  return readUnsent(JSON.stringify(written({ savedAt, userId: "anna", parts })));
}

const doing = (type: string, data?: Json, more: object = {}) =>
  read({ ...sound, operation: { ...sound.operation, type, data, ...more } });
const recording = (more: JsonObject) => doing("transaction.record", { ...sound.operation.data, ...more });
const budget = { name: "Food", amount: 100, currency: "EUR", period: "month", startsOn: "2026-01-01" };
const account = { name: "Cash", type: "cash", currency: "EUR", openedOn: "2026-01-01" };
const entry = { ...sound.operation.data, id: id(2), splits: [], tags: [], status: "cleared" };

it.each<[string, () => unknown]>([
  ["an amount in letters", () => recording({ amount: "abc" })],
  ["an amount as text", () => recording({ amount: "1.5" })],
  ["a fraction of a minor unit", () => recording({ amount: -1.5 })],
  ["an amount no number holds exactly", () => recording({ amount: 2 ** 53 })],
  ["no amount", () => recording({ amount: null })],
  ["no day", () => recording({ date: undefined })],
  ["a number as the day", () => recording({ date: 5 })],
  ["a day that is none", () => recording({ date: "2026-02-30" })],
  ["a number as the parts", () => recording({ splits: 5 })],
  ["a part without amount", () => recording({ splits: [{ note: "x" }] })],
  ["a part to an account without amount", () => recording({ splits: [{ amount: 1, transfer: { accountId: id(4) } }] })],
  ["an account that is no id", () => recording({ accountId: "../../me" })],
  ["a tag that is no text", () => recording({ tags: [1] })],
  ["a status nobody knows", () => recording({ status: "lost" })],
  ["a transfer to nowhere", () => recording({ transfer: { amount: 150 } })],
  ["a field nobody knows", () => recording({ createdAt: "never" })],
  ["no data", () => doing("transaction.record")],
  ["data that is text", () => doing("transaction.record", "x")],
  ["data that is a list", () => doing("transaction.revise", [])],
  ["a patch without data", () => doing("transaction.revise")],
  ["a patch that takes the amount away", () => doing("transaction.revise", { amount: null })],
  ["a patch that takes the parts away", () => doing("transaction.revise", { splits: null })],
  ["a patch of a fraction", () => doing("transaction.revise", { transfer: { amount: 0.5 } })],
  ["a patch that changes the id", () => doing("transaction.revise", { id: id(9) })],
  ["an account in no currency", () => doing("account.open", { ...account, currency: "€€" })],
  ["a budget of no length", () => doing("budget.create", { ...budget, every: 0 })],
  ["a budget that ends before it starts", () => doing("budget.create", { ...budget, endsOn: "2025-01-01" })],
  ["a plan that is no list", () => doing("budget.revise", { amounts: 5 })],
  ["a merge into nothing", () => doing("category.merge", {})],
  ["a type nobody knows", () => doing("constructor", {})],
  ["an operation without id", () => doing("account.close", undefined, { id: "o" })],
  ["an entity that is no id", () => doing("account.close", undefined, { entityId: "e" })],
  ["another ledger's name", () => doing("ledger.revise", { name: "Mine" })],
  ["a version that is text", () => doing("transaction.revise", {}, { baseVersion: "1" })],
  ["an instant that is none", () => read({ ...sound, at: "never" })],
  [
    "a snapshot without parts",
    () =>
      read({
        ...sound,
        operation: { ...sound.operation, type: "transaction.restore", data: undefined },
        snapshot: { ...entry, splits: 5 },
      }),
  ],
  ["a snapshot that is text", () => read({ ...sound, snapshot: "x" })],
  ["a currency of signs", () => read(sound, { begunIn: "€€" })],
  ["a currency nobody knows", () => read(sound, { begunIn: "ZZZ" })],
  ["a currency that is a number", () => read(sound, { begunIn: 5 })],
  ["a ledger that is a path", () => read(sound, { ledgerId: "../../me/sessions" })],
])("a file with %s is damaged, though its check is right", (_, result) => expect(result()).toBe("damaged"));

it.each<[string, () => unknown]>([
  ["an entry", () => read(sound)],
  ["a ledger that was begun", () => read(sound, { begunIn: "ISK" })],
  ["a ledger's new name", () => doing("ledger.revise", { name: "Flat" }, { entityId: part.ledgerId })],
  ["a transfer's other day taken back", () => doing("transaction.revise", { transfer: { date: null, status: null } })],
  ["a transfer that is none any more", () => doing("transaction.revise", { transfer: null, categoryId: null })],
  ["an account that is closed", () => doing("account.close")],
  [
    "an amount for one period",
    () => doing("budget.revise", { amount: 5, effectiveOn: "2026-06-01", onlyPeriod: true }),
  ],
  [
    "what was deleted",
    () =>
      read({
        ...sound,
        operation: { ...sound.operation, type: "transaction.delete", data: undefined, baseVersion: 2 },
        snapshot: { ...entry, createdAt: "2026-06-15T10:00:00+00:00", version: 2, later: {} },
      }),
  ],
])("a file with %s is taken", (_, result) => expect(result()).toMatchObject({ userId: "anna" }));

it("everything of a whole household is taken", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("EUR", "JPY", "BHD"),
      fc.constantFrom("en" as const, "ru" as const),
      (currency, language) => {
        const made = { today: "2026-06-15", language, currency, scale: 1, newId: () => newId(realSurroundings) };
        const given = demoHousehold(made).map(
          (command): Given => ({
            ...sound,
            operation: { ...command, id: made.newId(), entityId: command.entityId ?? made.newId() },
          }),
        );
        const parts = [
          { ...part, begunIn: currency, given: given.filter(({ operation }) => operation.type !== "ledger.revise") },
        ];
        expect(readUnsent(JSON.stringify(written({ savedAt, userId: "local", parts })))).toMatchObject({ parts });
      },
    ),
    { numRuns: 6 },
  );
});
