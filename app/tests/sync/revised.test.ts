import fc from "fast-check";
import { expect, it } from "vitest";
import type { JsonObject } from "../../src/replica/json.ts";
import { type Entry, sidesOf } from "../../src/replica/money/entries.ts";
import { effectOf } from "../../src/replica/outbox/effects.ts";
import type { OutboxRow } from "../../src/replica/outbox/operation.ts";

const currencies: Record<string, string> = { bank: "EUR", cash: "EUR", dollars: "USD" };
const facts = { currencyOf: (id: string) => currencies[id] };

function revised(data: JsonObject, patch: JsonObject): JsonObject {
  const operation = { id: "o", type: "transaction.revise", entityId: "t", data: patch };
  return effectOf(data, { operation, at: "2026-11-29T10:00:00Z" } as unknown as OutboxRow, facts) as JsonObject;
}

const expense = {
  id: "t",
  accountId: "bank",
  date: "2026-11-28",
  amount: -500,
  status: "cleared",
  splits: [],
  tags: [],
};

it("the state of a side that is there no more stays without effect", () => {
  expect(revised(expense, { transfer: { status: "reconciled" } })).toMatchObject({ ...expense, transfer: null });
});

it("whatever is said of an entry's transfer, each side has an account and an amount", () => {
  const side = fc.record(
    {
      accountId: fc.constantFrom("cash", "dollars"),
      amount: fc.integer({ min: -1000, max: 1000 }),
      status: fc.constantFrom("pending", "cleared", "reconciled"),
      date: fc.constantFrom("2026-11-27", null),
    },
    { requiredKeys: [] },
  );
  const whole = fc.record({ accountId: fc.constantFrom("cash", "dollars"), amount: fc.integer({ min: 1, max: 1000 }) });
  fc.assert(
    fc.property(fc.option(whole), fc.option(side), fc.option(fc.integer()), (transfer, patch, amount) => {
      const entry = revised(
        { ...expense, transfer } as JsonObject,
        {
          ...(patch ? { transfer: patch } : {}),
          ...(amount === null ? {} : { amount }),
        } as JsonObject,
      );
      for (const one of sidesOf(entry as unknown as Entry))
        expect([typeof one.accountId, Number.isSafeInteger(one.amount)]).toEqual(["string", true]);
    }),
  );
});
