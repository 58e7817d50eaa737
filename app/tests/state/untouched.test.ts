import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { firstSteps as en } from "../../src/texts/en/first-steps.ts";
import { firstSteps as ru } from "../../src/texts/ru/first-steps.ts";

const kept = new Map<string, string>();
const answered = (body: unknown) =>
  new Response(JSON.stringify(body), { headers: { "Content-Type": "application/json" } });
vi.stubGlobal("localStorage", {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
  removeItem: (key: string) => kept.delete(key),
});
vi.stubGlobal("addEventListener", () => undefined);
vi.stubGlobal("navigator", { languages: ["en"], userAgent: "Chrome Linux", onLine: true });
vi.stubGlobal("location", { origin: "https://budget.example" });
vi.stubGlobal("__VERSION__", "0");
const there = { id: "there", name: "Ours", currency: "EUR", role: "owner" };
let ledgersThere: readonly object[] | null = [there];
vi.stubGlobal("fetch", async (url: string) => {
  const user = { id: "ada", email: "ada@example.org", displayName: "Ada" };
  if (String(url).endsWith("auth/login")) return answered({ user, accessToken: "a", refreshToken: "", expiresIn: 900 });
  if (/\/ledgers(\?|$)/.test(String(url)) && ledgersThere) return answered({ items: ledgersThere });
  throw new TypeError("fetch failed");
});
const { enter, NOBODY, user, users } = await import("../../src/state/device.ts");
const { beginLedger } = await import("../../src/state/ledgers.ts");
const { logIn } = await import("../../src/state/sign-in.ts");
const { PREPARED } = await import("../../src/state/untouched.ts");

const account = (name: string, more = {}) => ({
  type: "account.open" as const,
  data: { name, type: "cash", currency: "EUR", openingBalance: 0, openedOn: "2026-11-29", ...more },
});
const category = (name: string) => ({ type: "category.create" as const, data: { name, kind: "expense" } });
const asPrepared = [account("Cash"), account("Card", { type: "checking" }), category("Groceries")];
const idsAfter = async (name = "Household", commands: Parameters<typeof beginLedger>[1] = asPrepared) => {
  users.value = [];
  enter({ id: NOBODY, email: "", displayName: "", ledgers: [], ledgerId: null });
  await beginLedger({ id: "own", name, currency: "EUR" }, commands);
  await logIn("ada@example.org", "password", { takesExample: false });
  return user.value?.ledgers.map(({ id }) => id);
};

beforeEach(() => {
  ledgersThere = [there];
});

describe("a ledger that was begun without an account", () => {
  it("is thrown away at signing in where nothing was entered", async () => {
    expect(await idsAfter()).toEqual([]);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain("mybudget-local-own");
  });

  it("is thrown away where the first steps were skipped, whatever language they spoke", async () => {
    expect(await idsAfter("Household", [])).toEqual([]);
    expect(await idsAfter("Семья", [account("Наличные"), category("Продукты")])).toEqual([]);
  });

  it("goes along with a name, an account, a balance, a category or an entry of one's own", async () => {
    expect(await idsAfter("Our flat")).toEqual(["own"]);
    const entry = { type: "transaction.record" as const, data: { accountId: "a", date: "2026-11-29", amount: -100 } };
    const own = [account("Purse"), account("Cash", { openingBalance: 100 }), category("Horses"), entry];
    for (const one of own) expect(await idsAfter("Household", [...asPrepared, one])).toEqual(["own"]);
  });

  it("goes along into an account that has no other, or where that cannot be told", async () => {
    ledgersThere = [];
    expect(await idsAfter()).toEqual(["own"]);
    ledgersThere = null;
    expect(await idsAfter()).toEqual(["own"]);
  });
});

it("knows the first steps by what they say in each language", () => {
  const said = [en, ru];
  expect(PREPARED.ledger).toEqual(said.map(({ ledgerName }) => ledgerName));
  expect(PREPARED.cash).toEqual(said.map(({ accounts }) => accounts.cash));
  expect(PREPARED.checking).toEqual(said.map(({ accounts }) => accounts.card));
});
