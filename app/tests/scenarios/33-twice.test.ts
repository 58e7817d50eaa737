import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("two quick taps on what saves do it once", async () => {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  const app = await stage.device();
  await anna.enter(app);
  await app.tap("add");
  await app.keys("12.50");
  await app.tap("category", "Groceries");
  await app.action("save").evaluate(twice);
  await app.isOn("home");

  await app.go("/accounts/new");
  await app.page.locator("[name=name]").fill("Purse");
  await app.action("save").evaluate(twice);
  await app.screen("account-edit").waitFor({ state: "detached" });

  await app.go("/budgets/new");
  await app.isOn("budget-form");
  await app.page.locator("[name=name]").fill("Food");
  await app.page.locator("[name=amount]").fill("100");
  await app.action("save").evaluate(twice);
  await app.isOn("budgets");

  await app.tap("go-entries");
  await app.tap("open-entry", "Groceries");
  await app.action("delete").evaluate(twice);
  await ledger.eventually((one) => one.transactions(), []);
  await app.isSettled();
  const deleted = await anna.get<{ items: unknown[] }>(`${ledger.path}/transactions?deleted=true`);
  expect(deleted.items).toHaveLength(1);
  const accounts = await anna.get<{ items: { name: string }[] }>(`${ledger.path}/accounts`);
  expect(accounts.items.filter(({ name }) => name === "Purse")).toHaveLength(1);
});

it("what is no amount stops the first steps, and does not become zero", async () => {
  const app = await stage.device();
  await app.open();
  await app.tap("without-account");
  await app.isOn("first-steps");
  await app.tap("next");
  const balance = app.field(new RegExp(`^${texts.firstSteps.accounts.balance}`));
  await balance.fill("12 50");
  await app.tap("next");
  await app.page.getByText(texts.amountFaults.notANumber()).waitFor();
  await balance.fill("-12.50");
  await app.tap("next");
  await app.page.getByText(texts.firstSteps.categories.title).waitFor();
});

/** Before the page has done anything about the first. */
function twice(one: Element): void {
  for (let nth = 0; nth < 2; nth++) (one as HTMLElement).click();
}
