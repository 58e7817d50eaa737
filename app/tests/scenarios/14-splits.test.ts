import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import type { App } from "./support/app.ts";
import { openEntry } from "./support/entries.ts";
import { type Ledger, Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("parts add up to the whole: when they are equal, when the total changes, and with a tip", async () => {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  const app = await stage.device();
  await anna.enter(app);
  await app.tap("add");
  await app.keys("100");
  await app.tap("split");
  await app.tap("add-part");
  await app.tap("equal-parts");
  expect(await partsOf(app)).toEqual(["3334", "3333", "3333"]);
  for (const [place, category] of ["Groceries", "Household", "Restaurants"].entries())
    await choose(app, place, category);
  await app.tap("split-done");
  await app.keys("back");
  await app.tap("split");
  expect(await partsOf(app)).toEqual(["334", "333", "333"]);
  await app.tap("split-done");
  await app.fill(texts.newEntry.payee, "Market");
  await app.tap("save");
  await ledger.eventually(splits, [[-1000, [-334, -333, -333]]]);

  // Later, in its own form, too.
  await openEntry(app, "Market");
  const amount = app.screen("entry").locator("[name=amount]");
  await amount.fill("");
  // Between the keys it is no amount for a moment.
  await amount.pressSequentially("99.50+0.50");
  expect(await partsOf(app)).toEqual(["3334", "3333", "3333"]);
  await app.tap("save");
  await ledger.eventually(splits, [[-10000, [-3334, -3333, -3333]]]);

  await app.tap("add");
  await app.keys("33.35");
  await app.tap("split");
  const [first] = await parts(app).all();
  await first?.getByLabel(texts.entry.amount).fill("20.00");
  expect(await partsOf(app)).toEqual(["2000", "1335"]);
  await app.fill(texts.split.extra, "10");
  await app.tap("spread");
  expect(await partsOf(app)).toEqual(["2200", "1469"]);
  await app.tap("split-done");
  expect(await app.amountsIn(app.action("amount"))).toEqual(["3669"]);
  await app.tap("save");
  await app.screen("new").waitFor({ state: "detached" });
  const withTip = [-3669, [-2200, -1469]];
  await ledger.eventually(splits, [withTip, [-10000, [-3334, -3333, -3333]]]);
});

function parts(app: App) {
  return app.screen("split").locator("[data-part]");
}

function partsOf(app: App): Promise<string[]> {
  return app.amountsIn(parts(app));
}

async function choose(app: App, place: number, category: string): Promise<void> {
  await parts(app).nth(place).locator("[data-action=part-category]").click();
  await app.tap("choose-category", category);
}

/** What the server has: each entry's amount, and those of its parts. */
async function splits(ledger: Ledger): Promise<[number, number[]][]> {
  const all = await ledger.transactions();
  return all.map(({ amount, splits }) => [amount, (splits as { amount: number }[]).map((part) => part.amount)]);
}
