import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import type { App } from "./support/app.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("a payee's last entries choose the category, say so, and never change what is there", async () => {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  const [groceries, household] = await Promise.all([ledger.category("Groceries"), ledger.category("Household")]);
  const today = new Date().toISOString().slice(0, 10);
  for (const categoryId of [household, household, groceries, groceries, groceries])
    await ledger.record({ date: today, amount: -1000, payee: "Lidl", categoryId });
  const app = await stage.device();
  await anna.enter(app);

  expect(await chosenFor(app, "Lidl")).toEqual(["Groceries", texts.newEntry.asLastTime(3, 5)]);
  // Another choice is about this entry alone.
  await app.keys("3");
  await app.tap("category", "Household");
  await app.tap("save");
  await app.screen("new").waitFor({ state: "detached" });
  for (let nth = 0; nth < 2; nth++) {
    await chosenFor(app, "Lidl");
    await app.keys("3");
    if ((await app.page.locator("[data-action=category][aria-pressed=true]").textContent()) !== "Household")
      await app.tap("category", "Household");
    await app.tap("save");
    await app.screen("new").waitFor({ state: "detached" });
  }
  expect((await chosenFor(app, "Lidl"))[0]).toBe("Household");

  await app.isSettled();
  const older = (await ledger.transactions()).filter(({ amount }) => amount === -1000);
  expect(older.map(({ categoryId }) => categoryId).sort()).toEqual(
    [household, household, groceries, groceries, groceries].sort(),
  );
});

/** The category that is chosen once the payee is, and what is said of it. */
async function chosenFor(app: App, payee: string): Promise<[string | null, string | null]> {
  if ((await app.screen("new").count()) === 0) await app.tap("add");
  await app.fill(texts.newEntry.payee, payee.slice(0, 3));
  await app.tap("choose-payee", payee);
  const chosen = app.page.locator("[data-action=category][aria-pressed=true]");
  await chosen.waitFor();
  const said = app.page.getByText(/^As last time/);
  return [await chosen.textContent(), (await said.count()) > 0 ? await said.textContent() : null];
}
