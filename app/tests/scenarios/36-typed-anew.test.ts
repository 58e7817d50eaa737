import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { isInSight, PATIENCE } from "./support/app.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("an entry that was refused is typed anew with all that it had, and is there once", async () => {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  const app = await stage.device();
  await anna.enter(app);
  await app.goOffline();
  await app.tap("add");
  await app.tap("account");
  await app.tap("choose-account", "Card");
  await app.keys("12.50");
  await app.tap("category", "Groceries");
  await app.tap("details");
  // They are before the keys, without scrolling.
  await expect.poll(() => app.field(texts.newEntry.note).evaluate(isInSight), PATIENCE).toBe(true);
  await app.page.getByRole("switch", { name: texts.newEntry.pending }).click();
  await app.tap("save");
  await app.isOn("home");
  await anna.ask({ method: "POST", path: `${ledger.path}/accounts/${ledger.accounts.get("Card")}/closure` });
  await app.goOnline();
  await app.stripIs("needsYou", 0);

  await app.tap("go-sync");
  await app.tap("edit-operation");
  await app.isOn("new");
  await app.tap("account");
  await app.tap("choose-account", "Cash");
  await app.tap("save");
  await app.screen("new").waitFor({ state: "detached" });
  await app.isSettled();
  const kept = (await ledger.transactions()).map(({ amount, accountId, categoryId, status }) => ({
    amount,
    accountId,
    categoryId,
    status,
  }));
  const [accountId, categoryId] = [ledger.accounts.get("Cash"), await ledger.category("Groceries")];
  expect(kept).toEqual([{ amount: -1250, accountId, categoryId, status: "pending" }]);
});

it("what is typed for one ledger is not saved in another that was chosen in another tab", async () => {
  const anna = await Person.registered();
  const home = await anna.ledger("Home");
  const club = await anna.ledger("Club");
  const app = await stage.device();
  await anna.enter(app);
  const other = await app.context.newPage();
  await other.goto("/ledgers");
  await app.tap("add");
  await app.keys("12.50");
  const rows = other.locator("[data-action=choose-ledger]");
  const isHome = await rows.filter({ hasText: "Home" }).getAttribute("aria-pressed");
  await rows.filter({ hasText: isHome === "true" ? "Club" : "Home" }).click();
  // The form is that of the other ledger now, with nothing in it.
  await expect.poll(() => app.screen("new").textContent()).not.toContain("12.50");
  await rows.filter({ hasText: isHome === "true" ? "Home" : "Club" }).click();
  await expect.poll(() => app.screen("new").textContent()).toContain("12.50");
  expect([await home.transactions(), await club.transactions()]).toEqual([[], []]);
});
