import { describe, expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { type App, PATIENCE } from "./support/app.ts";
import { type Ledger, Person, today } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

const COUNT = 12;

describe("another category for twelve entries at once", () => {
  it("is previewed, and taken back by one tap", async () => {
    const { app, ledger } = await begun();
    await changeAll(app, "Household");
    await ledger.eventually(categories, { [await ledger.category("Household")]: COUNT });
    app.taps = 0;
    await app.tap("undo");
    expect(app.taps).toBe(1);
    await listShows(app, "Groceries");
    await ledger.eventually(categories, { [await ledger.category("Groceries")]: COUNT });
  });

  it("takes keys as soon as the list is there, in the first second of a page, too", async () => {
    const { app } = await begun();
    await app.open("/entries");
    await app.screen("entries").locator("[data-entry]").first().waitFor();
    for (const key of ["j", "x"]) await app.page.keyboard.press(key);
    await app.page.locator("[data-selected='1']").waitFor();
  });

  it("is made and taken back by the keyboard alone", async () => {
    const { app } = await begun();
    const { keyboard } = app.page;
    for (const key of ["g", "e"]) await keyboard.press(key);
    // Home has entries, too, and takes no such keys.
    await app.screen("entries").locator("[data-entry]").first().waitFor();
    for (let nth = 1; nth <= COUNT; nth++) {
      for (const key of ["j", "x"]) await keyboard.press(key);
      await app.page.locator(`[data-selected='${nth}']`).waitFor();
    }
    await keyboard.press("c");
    await expect.poll(() => app.page.locator("select[name=category]:focus").count(), PATIENCE).toBe(1);
    // Letters that come too far apart begin a new word, so on a busy machine they are no way to choose.
    const chosen = app.page.locator("select[name=category] option:checked", { hasText: "Household" });
    for (let nth = 0; nth < 20 && (await chosen.count()) === 0; nth++) await keyboard.press("ArrowDown");
    await app.page.locator(`[data-preview='${COUNT}']`).waitFor();
    await app.tabTo(app.action("apply"));
    await keyboard.press("Enter");
    await listShows(app, "Household");
    await app.action("undo").waitFor();
    await keyboard.press("u");
    await listShows(app, "Groceries");
    expect(app.taps).toBe(0);
  });

  it("is taken back without a network and after a reload, as long as it is offered", async () => {
    const { app, ledger } = await begun();
    await app.goOffline();
    // A busy machine must not use the time up.
    const now = Date.now();
    await app.context.clock.setFixedTime(now);
    await changeAll(app, "Household");
    await app.stripIs("offline", COUNT);
    await app.context.clock.setFixedTime(now + 7_500);
    await app.page.reload();
    await app.tap("undo");
    await listShows(app, "Groceries");
    await app.goOnline();
    await app.isSettled();
    expect(await categories(ledger)).toEqual({ [await ledger.category("Groceries")]: COUNT });

    await changeAll(app, "Restaurants");
    await app.context.clock.setFixedTime(now + 16_000);
    await app.page.reload();
    await listShows(app, "Restaurants");
    expect(await app.page.locator("[data-action=undo]").count()).toBe(0);
  });
});

/** With entries of a category, in the list of a device. */
async function begun(): Promise<{ app: App; ledger: Ledger }> {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  const categoryId = await ledger.category("Groceries");
  for (let nth = 1; nth <= COUNT; nth++) await ledger.record({ date: today(), amount: -100 * nth, categoryId });
  const app = await stage.device();
  await anna.enter(app);
  app.taps = 0;
  return { app, ledger };
}

/** Chooses them by a finger, as on a phone. */
async function changeAll(app: App, category: string): Promise<void> {
  if ((await app.screen("entries").count()) === 0) await app.tap("go-entries");
  const rows = app.page.locator("[data-entry]");
  await app.hold(rows.first(), app.page.locator("[data-selected='1']"));
  for (let nth = 1; nth < COUNT; nth++) await rows.nth(nth).locator("[data-action=open-entry]").click();
  await app.page.locator(`[data-selected='${COUNT}']`).waitFor();
  await app.tap("bulk-category");
  const choice = app.field(texts.bulkSheet.newCategory);
  await choice.selectOption({ label: category });
  await app.page.locator(`[data-preview='${COUNT}']`).waitFor();
  await app.tap("apply");
  await listShows(app, category);
}

async function listShows(app: App, category: string): Promise<void> {
  await expect.poll(() => app.page.locator("[data-entry]", { hasText: category }).count(), PATIENCE).toBe(COUNT);
}

/** How many entries are in which category, as the server has them. */
async function categories(ledger: Ledger): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { categoryId } of await ledger.transactions())
    counts[String(categoryId)] = (counts[String(categoryId)] ?? 0) + 1;
  return counts;
}
