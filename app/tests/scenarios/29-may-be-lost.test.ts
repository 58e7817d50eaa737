import { it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { addExpense } from "./support/entries.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

const FOUR_DAYS_MS = 4 * 86_400_000;

it("what waits for long in a browser that promises nothing is said, with what to do", async () => {
  const anna = await Person.registered();
  await anna.ledger();
  const app = await stage.device();
  await app.context.addInitScript(() => {
    for (const name of ["persist", "persisted"] as const)
      Object.defineProperty(StorageManager.prototype, name, { value: async () => false });
  });
  await anna.enter(app);
  await app.goOffline();
  await addExpense(app, "1.10", "Groceries");
  await app.stripIs("offline", 1);
  await app.tap("go-home");
  await app.isOn("home");
  await app.action("open-unsent").waitFor({ state: "detached" });

  await app.context.clock.setSystemTime(new Date(Date.now() + FOUR_DAYS_MS));
  await app.page.reload();
  await app.tap("open-unsent");
  await app.isOn("sync");
  await app.page.getByText(texts.syncCentre.mayBeLost).waitFor();
  await app.page.getByText(texts.syncCentre.mayBeLostThen).waitFor();
  await app.action("save-unsent").waitFor();

  await app.goOnline();
  await app.tap("sync-now");
  await app.isSettled();
  await app.page.getByText(texts.syncCentre.mayBeLost).waitFor({ state: "detached" });
});
