import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { type App, PATIENCE } from "./support/app.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("the example household has a way out of it, and nothing of it stays", async () => {
  const app = await stage.device();
  await enterExample(app);
  await app.tap("go-sync");
  await app.screen("sync").locator("[data-action=open-sign-in]").waitFor();
  await app.tap("go-more");
  await app.tap("go-settings");
  await app.tap("sign-out");
  // Nothing of it is anybody's own.
  await app.page.getByText(texts.example.leaveText).waitFor();
  expect(await app.action("save-unsent").count()).toBe(0);
  await app.tap("cancel");
  await app.tap("go-home");
  await app.tap("leave-example");
  await app.tap("confirm");
  await app.isOn("welcome");
  await app.action("without-account").waitFor();
  await expect.poll(() => storesOf(app), PATIENCE).toEqual([]);
});

it.each([
  ["is left behind where nobody touched it", false],
  ["goes along where somebody did", true],
])("the example household %s", async (_, isTouched) => {
  const app = await stage.device();
  const anna = new Person();
  await enterExample(app);
  if (isTouched) {
    await app.tap("open-entry");
    await app.isOn("entry");
    await app.tap("delete");
    await app.tap("go-home");
  }
  await app.tap("open-sign-in");
  const choice = app.page.getByLabel(texts.example.take);
  await expect.poll(() => choice.isChecked(), PATIENCE).toBe(isTouched);
  await app.fill(texts.welcome.email, anna.email);
  await app.fill(texts.welcome.password, anna.password);
  await app.tap("register");
  await app.isOn(isTouched ? "home" : "first-steps");
  if (isTouched) {
    // It is the user's own from now on.
    await app.isSettled();
    await app.action("leave-example").waitFor({ state: "detached" });
  }
  await anna.signIn();
  const { items } = await anna.get<{ items: unknown[] }>("ledgers");
  expect(items).toHaveLength(isTouched ? 1 : 0);
});

it("first steps that are interrupted while the ledger is made leave nothing half made behind", async () => {
  const app = await stage.device();
  await app.context.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
      if (this.name === "outbox" && localStorage.getItem("goes") !== null) {
        localStorage.removeItem("goes");
        this.transaction.abort();
        location.reload();
      }
      return put.apply(this, given);
    };
  });
  await app.open();
  await app.tap("without-account");
  await app.isOn("first-steps");
  await app.tap("next");
  await app.tap("next");
  await app.page.evaluate(() => localStorage.setItem("goes", ""));
  const again = app.page.waitForEvent("load");
  await app.tap("next");
  await again;
  // The page that came after it begins where there is nothing yet.
  await app.isOn("first-steps");
  app.faults.length = 0;
  for (let card = 0; card < 3; card++) await app.tap("next");
  await app.screen("first-steps").locator("[data-action=go-home]").click();
  await app.isOn("home");
  await expect.poll(() => app.screen("home").locator("[data-action=open-account]").count(), PATIENCE).toBe(2);
  expect(await storesOf(app)).toHaveLength(1);
});

async function enterExample(app: App): Promise<void> {
  await app.open();
  await app.tap("example");
  await app.isOn("home");
  await app.action("open-entry").waitFor();
}

/** Names of the ledgers' stores in the browser. */
function storesOf(app: App): Promise<string[]> {
  return app.page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name = "" }) => name);
    return names.filter((name) => /^mybudget-local-/.test(name));
  });
}
