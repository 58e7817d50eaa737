import { describe, expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { type App, PATIENCE } from "./support/app.ts";
import { addExpense, changeEntry, openEntry } from "./support/entries.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

const ways: readonly [string, (app: App) => Promise<void>, (app: App) => Promise<void>][] = [
  ["without a network", (app) => app.goOffline(), (app) => app.goOnline()],
  ["with a server that is away", (app) => app.gate.shut(), (app) => app.gate.open()],
];

describe.each(ways)("a day %s", (_, leave, come) => {
  it("is all there after a reload, and on the server once afterwards", async () => {
    const anna = await Person.registered();
    const ledger = await anna.ledger();
    await ledger.record({ date: "2026-01-05", amount: -700, payee: "Older" });
    await ledger.record({ date: "2026-01-04", amount: -900, payee: "Mistake" });
    const app = await stage.device();
    await anna.enter(app);
    await app.isInstalled();

    await leave(app);
    for (const amount of ["1.10", "2.20", "3.30"]) await addExpense(app, amount, "Groceries");
    await openEntry(app, "Older");
    await changeEntry(app, { note: "with a note" });
    await openEntry(app, "Mistake");
    await app.tap("delete");
    await app.stripIs("offline", 5);
    await app.page.reload();
    await app.tap("go-entries");
    await app.isOn("entries");
    await app.stripIs("offline", 5);
    const list = app.screen("entries");
    await list.getByText("with a note").waitFor();
    expect(await app.amountsIn(list.locator("[data-action=open-entry]"))).toEqual(["-330", "-220", "-110", "-700"]);

    // Each of them says that it is not on the server yet, wherever it is listed.
    expect(await list.locator("[data-unsent]").count()).toBe(4);
    expect(await list.locator("[data-unsent]").first().textContent()).toBe(texts.entries.willBeSent);
    await app.tap("go-home");
    await expect.poll(() => app.screen("home").locator("[data-unsent]").count(), PATIENCE).toBe(4);

    // The first answer to the batch is lost, so it goes out again.
    const lost = app.gate.losesAnswerTo(/^POST \/api\/v1\/ledgers\/[^/]+\/sync /);
    await come(app);
    await app.tap("go-more");
    await app.tap("go-sync");
    await app.tap("sync-now");
    await lost;
    await app.tap("sync-now");
    await app.isSettled();
    expect(await app.page.locator("[data-unsent]").count()).toBe(0);
    const known = (await ledger.transactions()).map(({ amount, note }) => [amount, note ?? null]);
    expect(known).toEqual([
      [-330, null],
      [-220, null],
      [-110, null],
      [-700, "with a note"],
    ]);
  });
});
