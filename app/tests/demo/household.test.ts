import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { demoHousehold } from "../../src/demo/household.ts";
import { LedgerApi } from "../../src/replica/api/ledger-api.ts";
import { Session } from "../../src/replica/api/session.ts";
import { begin, type Command, type JsonObject, newId, Replica } from "../../src/replica/index.ts";
import { dayOf, numberOf } from "../../src/replica/money/dates.ts";
import { MemoryStore } from "../../src/replica/store/memory.ts";
import { keeper, surroundings } from "../support/household.ts";

const days = fc.integer({ min: numberOf("2024-01-01"), max: numberOf("2036-12-31") }).map(dayOf);
const languages = fc.constantFrom("en" as const, "ru" as const);
const scales = fc.constantFrom(0.01, 1, 10, 100);

function made(today: string, language: "en" | "ru" = "en", scale = 1): Command[] {
  let count = 0;
  const id = () => `00000000-0000-7000-8000-${(count++).toString(16).padStart(12, "0")}`;
  return demoHousehold({ today, language, currency: "EUR", scale, newId: id });
}

const dataOf = (commands: readonly Command[], type: Command["type"]) =>
  commands.filter((one) => one.type === type).map(({ entityId, data }) => ({ id: entityId, ...(data as JsonObject) }));

describe("the example household", () => {
  it("is the same whenever it is made on a day", () => {
    fc.assert(
      fc.property(days, languages, scales, (today, language, scale) => {
        expect(made(today, language, scale)).toEqual(made(today, language, scale));
      }),
      { numRuns: 20 },
    );
  });

  it("names only what it has, in the past, with whole amounts of the sign of their category", () => {
    fc.assert(
      fc.property(days, languages, scales, (today, language, scale) => {
        const commands = made(today, language, scale);
        const accounts = new Set(dataOf(commands, "account.open").map(({ id }) => id));
        const kinds = new Map(dataOf(commands, "category.create").map((one) => [one.id, (one as JsonObject).kind]));
        expect(new Set(commands.map(({ entityId }) => entityId)).size).toBe(commands.length);
        for (const entry of dataOf(commands, "transaction.record") as JsonObject[]) {
          const { accountId, date, amount, categoryId, transfer } = entry as {
            accountId: string;
            date: string;
            amount: number;
            categoryId?: string;
            transfer?: { accountId: string; amount: number };
          };
          expect(accounts).toContain(accountId);
          expect(date <= today).toBe(true);
          expect(Number.isSafeInteger(amount) && amount !== 0).toBe(true);
          if (transfer) expect([accounts.has(transfer.accountId), transfer.amount]).toEqual([true, -amount]);
          else expect(kinds.get(categoryId as string)).toBe(amount > 0 ? "income" : "expense");
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is a household that gets by: no account but the card is ever overdrawn", () => {
    fc.assert(
      fc.property(days, (today) => {
        const commands = made(today);
        const held = new Map<string, number>();
        for (const one of dataOf(commands, "account.open") as JsonObject[])
          if (one.type !== "creditCard") held.set(one.id as string, one.openingBalance as number);
        for (const one of dataOf(commands, "transaction.record") as JsonObject[]) {
          const { accountId, amount, transfer } = one as {
            accountId: string;
            amount: number;
            transfer?: { accountId: string; amount: number };
          };
          for (const [id, change] of [[accountId, amount] as const, [transfer?.accountId, transfer?.amount] as const]) {
            const before = id === undefined ? undefined : held.get(id);
            if (id !== undefined && before !== undefined) held.set(id, before + (change ?? 0));
          }
          for (const [id, balance] of held) expect([today, id, balance >= 0]).toEqual([today, id, true]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("can be done on a device, and its budgets have something to say", async () => {
    const today = "2026-11-29";
    const around = surroundings();
    const session = new Session({ fetch, server: "http://localhost:1" }, keeper());
    const id = newId(around);
    const replica = new Replica({ store: new MemoryStore(), api: new LedgerApi(session, id), surroundings: around });
    await begin(replica.store, { id, name: "Example", currency: "EUR" }, around);
    await replica.performAll(made(today), today);
    const { items } = await replica.transactions({ limit: 1000 });
    expect(items.length).toBeGreaterThan(150);
    expect(items[0]?.date.slice(0, 7)).toBe("2026-11");
    const statuses = [...(await replica.statuses(today)).values()];
    expect(statuses).toHaveLength(4);
    for (const { spent } of statuses) expect(spent > 0n).toBe(true);
  });
});
