import { expect, it } from "vitest";
import { changeEntry, openEntry } from "./support/entries.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("two browsers that change one amount offline: the second is shown both, and can keep both", async () => {
  const anna = await Person.registered("Anna");
  const ledger = await anna.ledger();
  const { id } = await ledger.record({ date: "2026-01-05", amount: -700, payee: "Bakery" });
  const [first, second] = [await stage.device(), await stage.device()];
  for (const app of [first, second]) {
    await anna.enter(app);
    await app.isInstalled();
    await openEntry(app, "Bakery");
    await app.goOffline();
  }
  await changeEntry(first, { amount: "12.50" });
  await changeEntry(second, { amount: "13.00" });
  await first.goOnline();
  await first.isSettled();
  await second.goOnline();
  await second.stripIs("needsYou", 0);

  await second.tap("go-sync");
  const row = second.page.locator("[data-field=amount]");
  await row.waitFor();
  expect(await second.amountsIn(row)).toEqual(["-1300", "-1250"]);
  await second.tap("keep-both");
  await second.isSettled();
  const amounts = async () => (await ledger.transactions()).map(({ amount }) => amount).sort();
  await ledger.eventually(amounts, [-1250, -1300]);
  const { items } = await anna.get<{ items: unknown[] }>(`${ledger.path}/transactions/${id}/history`);
  expect(items.length).toBeGreaterThanOrEqual(2);
  await first.tap("go-entries");
  await first.page.locator("[data-amount='-1300']").first().waitFor();
});
