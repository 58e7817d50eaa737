import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { PATIENCE } from "./support/app.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("who may only look has no +, is told why, and cannot write by other ways", async () => {
  const anna = await Person.registered("Anna");
  const bob = await Person.registered("Bob");
  await bob.confirm();
  const ledger = await anna.ledger();
  await anna.confirm();
  const { id } = await anna.post<{ id: string }>(`${ledger.path}/invitations`, { email: bob.email, role: "viewer" });
  await bob.post(`invitations/${id}/acceptance`, {});

  const app = await stage.device();
  await bob.enter(app);
  expect(await app.page.locator("[data-action=add]").count()).toBe(0);
  await app.open("/new");
  await app.screen("new").getByText(texts.newEntry.viewer).waitFor();
  for (const path of ["/budgets/new", "/accounts/new", "/categories/new"]) {
    await app.open(path);
    await app.page.getByText(texts.accounts.viewer).waitFor();
    expect(await app.action("save").count()).toBe(0);
  }
  // What is nowhere leads home, and says so in the address.
  await app.open("/invite/x");
  await app.isOn("home");
  await expect.poll(() => new URL(app.page.url()).pathname, PATIENCE).toBe("/");
  const data = { accountId: ledger.accounts.get("Cash"), date: "2026-01-05", amount: -700 };
  expect(await bob.statusOf({ method: "POST", path: `${ledger.path}/transactions`, body: data })).toBe(403);
  expect((await app.strip()).pending).toBe(0);
  expect(await ledger.transactions()).toEqual([]);
});
