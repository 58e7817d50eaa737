import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
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
  await second.page.locator("th", { hasText: texts.syncCentre.others(null, true) }).waitFor();
  await second.tap("keep-both");
  await second.isSettled();
  const amounts = async () => (await ledger.transactions()).map(({ amount }) => amount).sort();
  await ledger.eventually(amounts, [-1250, -1300]);
  const { items } = await anna.get<{ items: unknown[] }>(`${ledger.path}/transactions/${id}/history`);
  expect(items.length).toBeGreaterThanOrEqual(2);
  await first.tap("go-entries");
  await first.page.locator("[data-amount='-1300']").first().waitFor();
});

it("two people who change one amount: the second is told whose the other is", async () => {
  const [anna, bob] = [await Person.registered("Anna"), await Person.registered("Bob")];
  await Promise.all([anna.confirm(), bob.confirm()]);
  const ledger = await anna.ledger();
  const invited = { email: bob.email, role: "editor" };
  const { id: invitation } = await anna.post<{ id: string }>(`${ledger.path}/invitations`, invited);
  await bob.post(`invitations/${invitation}/acceptance`, {});
  const { id } = await ledger.record({ date: "2026-01-05", amount: -700, payee: "Bakery" });
  const app = await stage.device();
  await bob.enter(app);
  await app.isInstalled();
  await openEntry(app, "Bakery");
  await app.goOffline();
  await changeEntry(app, { amount: "13.00" });
  // What is done last to an entry need not be what stands against a change.
  const path = `${ledger.path}/transactions/${id}`;
  await anna.ask({ method: "PATCH", path, body: { amount: -1250 } });
  await anna.ask({ method: "PATCH", path, body: { note: "for two" } });
  await app.goOnline();
  await app.stripIs("needsYou", 0);
  await app.tap("go-sync");
  await app.page.locator("th", { hasText: texts.syncCentre.others("Anna", false) }).waitFor();
  // What each does is told before it is done.
  for (const { name, does } of Object.values(texts.decisions.changed)) {
    await app.page.getByRole("button", { name: name("Anna's") }).waitFor();
    await app.page.getByText(does("Anna's")).waitFor();
  }
  await app.page.getByText(texts.syncCentre.changedBy("Anna", false)).waitFor();
  expect(await app.amountsIn(app.page.locator("[data-field=amount]"))).toEqual(["-1300", "-1250"]);
});
