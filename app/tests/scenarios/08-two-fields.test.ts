import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { PATIENCE } from "./support/app.ts";
import { changeEntry, openEntry } from "./support/entries.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("two browsers that change different fields of an entry offline both have their way", async () => {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  await ledger.record({ date: "2026-01-05", amount: -700, payee: "Bakery" });
  const [first, second] = [await stage.device(), await stage.device()];
  for (const app of [first, second]) {
    await anna.enter(app);
    await app.isInstalled();
    await openEntry(app, "Bakery");
    await app.goOffline();
  }
  await changeEntry(first, { note: "for the party" });
  await changeEntry(second, { category: "Groceries" });
  for (const app of [first, second]) {
    await app.goOnline();
    await app.isSettled();
  }
  const strip = (app: typeof first) => app.page.locator("[data-sync]");
  await expect.poll(() => strip(second).getAttribute("data-merged"), PATIENCE).toBe("1");
  expect(await strip(second).textContent()).toBe(texts.sync.merged(1));
  expect(await strip(first).getAttribute("data-merged")).toBe("0");
  const groceries = await ledger.category("Groceries");
  await ledger.eventually(
    async (one) => (await one.transactions()).map(({ note, categoryId }) => [note, categoryId]),
    [["for the party", groceries]],
  );
  for (const app of [first, second]) await app.tap("go-entries");
  await second.screen("entries").getByText("for the party").waitFor();
  await first.screen("entries").getByText("Groceries").waitFor();

  // The centre tells what was changed elsewhere, and who has looked is not told again.
  await second.tap("go-sync");
  await second.page.locator("[data-state=merged]").getByText(texts.syncCentre.mergedWith("Note")).waitFor();
  await expect.poll(() => strip(second).getAttribute("data-merged"), PATIENCE).toBe("0");
});
