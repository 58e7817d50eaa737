import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { addExpense } from "./support/entries.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("a sign-in that was ended from elsewhere keeps what was not sent, until somebody signs in again", async () => {
  const { anna, ledger, app } = await revoked();
  // Whoever holds the device meanwhile sees how many, and nothing else.
  await app.screen("signed-out").locator('[data-kept="2"]').waitFor();
  await app.action("undo").waitFor({ state: "detached" });
  for (const path of ["/entries", "/", "/new", "/settings"]) {
    await app.go(path);
    await app.isOn("signed-out");
    await expect.poll(() => app.page.locator("main").textContent()).not.toContain("Groceries");
  }
  await app.tap("go-sync");
  await app.isOn("welcome");
  await app.fill(texts.welcome.password, anna.password);
  await app.tap("sign-in");
  await app.isOn("home");
  await app.isSettled();
  await ledger.eventually(async (one) => (await one.transactions()).map(({ amount }) => amount), [-220, -110]);
});

it("or until they are taken off the device, after they were offered as a file; then nothing is left of them", async () => {
  const { anna, ledger, app } = await revoked();
  await app.isOn("signed-out");
  await app.page.evaluate(() => {
    const [known] = JSON.parse(localStorage.getItem("mybudget.users") ?? "[]") as { ledgers: { store: string }[] }[];
    localStorage.setItem(`mybudget.form.${known?.ledgers[0]?.store}.new`, '{"name":"Half"}');
  });
  await app.tap("sign-out");
  await app.page.getByText(texts.settings.unsent(2)).waitFor();
  await app.page.getByText(texts.settings.goesWith(texts.settings.goes.typed(1))).waitFor();
  const [file] = await Promise.all([app.page.waitForEvent("download"), app.tap("save-unsent")]);
  const saved = JSON.parse(await readFile(await file.path(), "utf8")) as Saved;
  expect(saved.ledgers.map(({ ledgerId }) => ledgerId)).toEqual([ledger.id]);
  await app.page.getByText(texts.settings.unsentSaved).waitFor();
  expect(saved.ledgers[0]?.operations.map(({ data }) => data.amount)).toEqual([-110, -220]);

  await app.tap("confirm");
  await app.isOn("welcome");
  const left = await app.page.evaluate(async () => {
    const stores = (await indexedDB.databases()).map(({ name }) => name);
    return JSON.stringify([stores, { ...localStorage }, { ...sessionStorage }]);
  });
  expect(left).not.toContain(ledger.id);
  expect(left).not.toContain(anna.email);
  expect(await ledger.transactions()).toEqual([]);

  // On whatever device they are signed in again, the file is taken in, once.
  await anna.enter(app);
  await app.tap("go-sync");
  for (const said of [texts.syncCentre.loaded(2), texts.syncCentre.loadedBefore(2)]) {
    await app
      .screen("sync")
      .locator("input[type=file]")
      .setInputFiles(await file.path());
    await app.page.getByText(said).waitFor();
  }
  await ledger.eventually(async (one) => (await one.transactions()).map(({ amount }) => amount), [-220, -110]);
});

it("a copy in which nothing waits is off the device, until it is fetched anew", async () => {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  const app = await stage.device();
  await anna.enter(app);
  await addExpense(app, "3.30", "Groceries");
  await app.isSettled();
  await endOthers(anna);
  await app.stripIs("signedOut", 0);
  await app.screen("signed-out").locator('[data-kept="0"]').waitFor();
  const stores = () => app.page.evaluate(async () => JSON.stringify(await indexedDB.databases()));
  await expect.poll(stores).not.toContain(ledger.id);
  expect(await app.page.evaluate(() => JSON.stringify(Object.keys(localStorage)))).not.toContain("mybudget.pack");

  await app.tap("go-sync");
  await app.fill(texts.welcome.password, anna.password);
  await app.tap("sign-in");
  await app.isOn("home");
  await app.isSettled();
  await app.tap("go-entries");
  await app.page.locator('[data-amount="-330"]').first().waitFor();
});

it("from the list of devices this one is named, and everything else ended", async () => {
  const anna = await Person.registered();
  await anna.ledger();
  const app = await stage.device();
  await anna.enter(app);
  await app.tap("go-more");
  await app.tap("go-profile");
  await app.tap("rename-session");
  await app.fill(texts.profile.nameDevice, "Kitchen");
  await app.tap("confirm");
  await app.page.getByText("Kitchen").waitFor();

  await app.tap("end-others");
  await app.tap("confirm");

  await app.page.getByText(texts.profile.endedOthers).waitFor();
  expect(await anna.statusOf({ method: "GET", path: "me" })).toBe(0);
  await app.page.locator('[data-action="end-others"]').waitFor({ state: "detached" });
});

interface Saved {
  readonly ledgers: readonly {
    readonly ledgerId: string;
    readonly operations: readonly { readonly data: { readonly amount: number } }[];
  }[];
}

async function endOthers(anna: Person): Promise<void> {
  const { items } = await anna.get<{ items: { id: string; current: boolean; isCurrent?: boolean }[] }>("me/sessions");
  for (const session of items.filter((one) => !(one.current ?? one.isCurrent)))
    await anna.ask({ method: "DELETE", path: `me/sessions/${session.id}` });
}

/** A device with two entries that were made without a network, while its sign-in was ended from elsewhere. */
async function revoked() {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  const app = await stage.device();
  await anna.enter(app);
  await app.isInstalled();
  await app.goOffline();
  for (const amount of ["1.10", "2.20"]) await addExpense(app, amount, "Groceries");
  await app.stripIs("offline", 2);
  await endOthers(anna);
  await app.goOnline();
  await app.stripIs("signedOut", 2);
  expect(await ledger.transactions()).toEqual([]);
  return { anna, ledger, app };
}
