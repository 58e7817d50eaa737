import { expect, it } from "vitest";
import { addExpense, beginLocally } from "./support/entries.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("a shortcut takes an entry before the ledger's store can be read, on a slow phone", async () => {
  const app = await stage.device();
  await beginLocally(app);
  await addExpense(app, "5", "Groceries");
  await app.isInstalled();

  const release = await app.holdStores();
  await app.slowDown(4);
  await app.open("/app/new?kind=expense");
  await app.isOn("new");
  await app.keys("7.25");
  await app.action("category", "Household").click();
  expect(await app.page.locator("[data-action=amount] [data-amount]").getAttribute("data-amount")).toBe("725");
  await app.action("save").click();
  expect(await app.page.locator("[data-amount='-725']").count()).toBe(0);
  await release();
  await app.page.locator("[data-action=open-entry] [data-amount='-725']").waitFor();
});
