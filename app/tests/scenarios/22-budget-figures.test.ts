import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { newId } from "../../src/replica/ids.ts";
import type { JsonObject } from "../../src/replica/json.ts";
import { bundled } from "../browser/chromium.ts";
import type { Asked } from "../browser/standings.ts";
import { PATIENCE } from "./support/app.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

interface Example {
  readonly name: string;
  readonly accounts: readonly { readonly key: string; readonly currency: string; readonly onBudget: boolean }[];
  readonly categories: readonly { readonly key: string; readonly kind: string }[];
  readonly transactions: readonly {
    readonly account: string;
    readonly category?: string;
    readonly splits?: readonly { readonly amount: number; readonly category?: string }[];
    readonly transferTo?: string;
    readonly deleted?: boolean;
    readonly date: string;
    readonly amount: number;
    readonly status?: string;
  }[];
  readonly budget: JsonObject & { readonly categories: readonly string[]; readonly accounts: readonly string[] };
  readonly changes?: readonly JsonObject[];
  readonly expect: readonly (JsonObject & { readonly on: string })[];
}

const examples = JSON.parse(
  readFileSync(new URL("../../../tests/conformance/budgets.json", import.meta.url), "utf8"),
) as Example[];

const made = () => newId({ now: () => new Date(), random: Math.random });

it("every worked example of budgets has the same figures in the app's own copy as over HTTP", async () => {
  const anna = await Person.registered();
  const asked: Asked[] = [];
  for (const example of examples) asked.push(await prepared(anna, example));
  const app = await stage.device();
  await anna.enter(app);
  const published = examples.flatMap((example) => example.expect);

  await app.page.evaluate(await bundled("standings.ts"));
  // The app reads all ledgers of its user, also those that are not on the screen.
  await expect
    .poll(() => app.page.evaluate((all) => (globalThis as never as Page).standings(all), asked), PATIENCE)
    .not.toBeNull();
  const here = await app.page.evaluate((all) => (globalThis as never as Page).standings(all), asked);
  expect(here).toEqual(published);

  const there: unknown[] = [];
  for (const { ledgerId, budgetId, days } of asked) {
    for (const on of days) {
      const { budgetId: _, ...status } = await anna.get(`ledgers/${ledgerId}/budgets/${budgetId}/status?on=${on}`);
      there.push(status);
    }
  }
  expect(there).toEqual(published);
});

interface Page {
  readonly standings: (asked: readonly Asked[]) => Promise<unknown[] | null>;
}

/** A ledger on the server with all of an example in it. */
async function prepared(anna: Person, example: Example): Promise<Asked> {
  const [ledgerId, budgetId] = [made(), made()];
  const ids = new Map([...example.accounts, ...example.categories].map(({ key }) => [key, made()]));
  const idOf = (key: string | undefined) => (key === undefined ? null : (ids.get(key) ?? null));
  const operations: JsonObject[] = [];
  const give = (type: string, entityId: string | null, data?: JsonObject) => {
    operations.push({ id: made(), type, entityId, ...(data ? { data } : {}) });
  };
  for (const { key, currency, onBudget } of example.accounts) {
    const data = { name: key, type: "checking", currency, onBudget, openingBalance: 0, openedOn: "2020-01-01" };
    give("account.open", idOf(key), data);
  }
  for (const { key, kind } of example.categories)
    give("category.create", idOf(key), { name: key, kind, group: "Life" });
  for (const { account, category, splits, transferTo, deleted, date, amount, status } of example.transactions) {
    const id = made();
    const parts = splits?.map((part) => ({ amount: part.amount, categoryId: idOf(part.category) })) ?? [];
    give("transaction.record", id, {
      accountId: idOf(account),
      date,
      amount,
      status: status ?? "cleared",
      ...(category === undefined ? {} : { categoryId: idOf(category) }),
      ...(parts.length === 0 ? {} : { splits: parts }),
      ...(transferTo === undefined ? {} : { transfer: { accountId: idOf(transferTo), amount: -amount } }),
    });
    if (deleted) give("transaction.delete", id);
  }
  const { categories, accounts, ...budget } = example.budget;
  const named = { categoryIds: categories.map(idOf), accountIds: accounts.map(idOf) };
  give("budget.create", budgetId, { ...budget, ...named });
  for (const change of example.changes ?? []) give("budget.revise", budgetId, change);
  await anna.post("ledgers", { id: ledgerId, name: example.name, currency: "EUR", starterCategories: false });
  const { outcomes } = await anna.post<{ outcomes: { status: string }[] }>(`ledgers/${ledgerId}/sync`, { operations });
  expect(
    outcomes.filter(({ status }) => status !== "applied"),
    example.name,
  ).toEqual([]);
  return { ledgerId, budgetId, days: example.expect.map(({ on }) => on) };
}
