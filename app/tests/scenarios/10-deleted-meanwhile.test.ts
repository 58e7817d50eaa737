import { describe, expect, it } from "vitest";
import type { App } from "./support/app.ts";
import { changeEntry, openEntry } from "./support/entries.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

describe("an entry that one deletes offline and another changes first", () => {
  it.each([
    ["keep-mine", 0],
    ["keep-theirs", -900],
  ])("asks who deleted it, and after %s all balances agree", async (decision, balance) => {
    const anna = await Person.registered();
    const ledger = await anna.ledger();
    await ledger.record({ date: "2026-01-05", amount: -700, payee: "Bakery" });
    const [deleting, editing] = [await stage.device(), await stage.device()];
    for (const app of [deleting, editing]) {
      await anna.enter(app);
      await app.isInstalled();
      await openEntry(app, "Bakery");
    }
    await deleting.goOffline();
    await deleting.tap("delete");
    await deleting.stripIs("offline", 1);
    await changeEntry(editing, { amount: "9.00" });
    await editing.isSettled();

    await deleting.goOnline();
    await deleting.stripIs("needsYou", 0);
    await deleting.tap("go-sync");
    await deleting.tap(decision);
    await deleting.isSettled();
    await ledger.eventually((one) => one.balance("Cash"), balance);
    for (const app of [deleting, editing])
      await expect.poll(() => cash(app), { timeout: 20_000 }).toBe(String(balance));
  });
});

/** The balance of the account as Home has it. */
async function cash(app: App): Promise<string | undefined> {
  if ((await app.screen("home").count()) === 0) await app.tap("go-home");
  return (await app.amountsIn(app.screen("home").locator("[data-action=open-account]", { hasText: "Cash" })))[0];
}
