import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { type App, PATIENCE } from "./support/app.ts";
import { type Ledger, Person, today } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("a transfer to another currency moves both accounts and no budget, at a rate that is shown; swapped, it goes back", async () => {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  await ledger.account("Dollars", "checking", "USD");
  await ledger.budget("Everything", 50_000, ["Groceries", "Household", "Restaurants"]);
  await ledger.record({ date: today(), amount: -700, categoryId: await ledger.category("Groceries") });
  const app = await stage.device();
  await anna.enter(app);
  const [spentHere, spentThere] = [await spent(app), await ledger.standings()];

  await typeTransfer(app);
  await isSaidAs(app, texts.newEntry.rate("EUR", "1.0800", "USD"));
  await app.tap("save");
  await app.screen("new").waitFor({ state: "detached" });
  await balancesAre(app, ["-10700", "0", "10800"]);
  await ledger.eventually(serverBalances, [-10700, 0, 10800]);
  expect(await spent(app)).toEqual(spentHere);
  expect(await ledger.standings()).toEqual(spentThere);

  await typeTransfer(app);
  await app.tap("swap");
  await isSaidAs(app, texts.newEntry.rate("USD", "0.9259", "EUR"));
  await app.tap("save");
  await app.screen("new").waitFor({ state: "detached" });
  await balancesAre(app, ["-700", "0", "0"]);
  await ledger.eventually(serverBalances, [-700, 0, 0]);
});

/** From Cash, 100.00 euros that become 108.00 dollars. */
async function typeTransfer(app: App): Promise<void> {
  await app.tap("add");
  await app.tap("kind-transfer");
  await app.tap("account");
  await app.tap("choose-account", "Cash");
  await app.tap("to-account", "Dollars");
  await app.keys("100");
  await app.tap("to-amount");
  await app.keys("108");
}

async function isSaidAs(app: App, rate: string): Promise<void> {
  await expect.poll(() => app.page.locator("[data-part=rate]").textContent(), PATIENCE).toBe(rate);
}

async function balancesAre(app: App, balances: string[]): Promise<void> {
  if ((await app.screen("home").count()) === 0) await app.tap("go-home");
  const read = async () => {
    const rows = ["Cash", "Card", "Dollars"].map((name) => app.action("open-account", name));
    return (await Promise.all(rows.map((row) => app.amountsIn(row)))).flat();
  };
  await expect.poll(read, PATIENCE).toEqual(balances);
}

async function serverBalances(ledger: Ledger): Promise<number[]> {
  return Promise.all(["Cash", "Card", "Dollars"].map((name) => ledger.balance(name)));
}

/** The figures of the budget on its own list. */
async function spent(app: App): Promise<string[]> {
  await app.tap("go-budgets");
  await app.action("open-budget").waitFor();
  return app.amountsIn(app.action("open-budget"));
}
