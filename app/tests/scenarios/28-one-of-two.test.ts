import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { type App, PATIENCE } from "./support/app.ts";
import { openEntry } from "./support/entries.ts";
import { type Ledger, Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("an entry that was recorded twice becomes one, and two again when that is undone", async () => {
  const { ledger, app } = await begun();
  const [groceries, amount] = [await ledger.category("Groceries"), -700];
  await ledger.record({ date: "2026-01-05", amount, payee: "Bakery", categoryId: groceries });
  await ledger.record({ date: "2026-01-06", amount, payee: "BAKERY MEIER 0815", note: "by card" });
  await app.tap("go-entries");
  const list = app.screen("entries");
  await choose(app, 2);
  await app.tap("bulk-join");
  await app.page.getByText(texts.bulkJoin.as.entry).waitFor();
  await app.tap("apply");
  await ledger.eventually(
    async (one) => (await one.transactions()).map(({ payee, note, categoryId }) => [payee, note, categoryId]),
    [["Bakery", "by card", groceries]],
  );
  await expect.poll(() => list.locator("[data-action=open-entry]").count(), PATIENCE).toBe(1);
  await app.tap("undo");
  await ledger.eventually(async (one) => (await one.transactions()).length, 2);
  await expect.poll(() => list.locator("[data-action=open-entry]").count(), PATIENCE).toBe(2);
});

it("an expense that was none becomes a transfer in its editor", async () => {
  const { ledger, app } = await begun();
  const categoryId = await ledger.category("Groceries");
  await ledger.record({ date: "2026-01-05", amount: -5000, payee: "Cash machine", categoryId });
  await openEntry(app, "Cash machine");
  await app.tap("kind-transfer");
  await app.tap("save");
  await app.page.getByText(texts.entry.faults.toAccount).waitFor();
  await app.page.locator("select[name=to-account]").selectOption(ledger.accounts.get("Card") ?? "");
  await app.tap("save");
  await app.screen("entry").locator("[data-action=save]").waitFor({ state: "detached" });
  await app.isSettled();
  const card = ledger.accounts.get("Card");
  await ledger.eventually(
    async (one) => (await one.transactions()).map(({ transfer, categoryId: none }) => [transfer, none ?? null]),
    [[{ accountId: card, amount: 5000 }, null]],
  );
  expect([await ledger.balance("Cash"), await ledger.balance("Card")]).toEqual([-5000, 5000]);
});

async function begun(): Promise<{ ledger: Ledger; app: App }> {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  const app = await stage.device();
  await anna.enter(app);
  return { ledger, app };
}

/** A finger holds the first row until it is chosen; the others are tapped then. */
async function choose(app: App, count: number): Promise<void> {
  const rows = app.screen("entries").locator("[data-action=open-entry]");
  await expect.poll(() => rows.count(), PATIENCE).toBeGreaterThanOrEqual(count);
  const box = await rows.first().boundingBox();
  if (!box) throw new Error("The row is not in sight.");
  const finger = await app.context.newCDPSession(app.page);
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  await finger.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
  await app.page.locator("[data-selected='1']").waitFor();
  await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  for (let place = 1; place < count; place++) await rows.nth(place).click();
  await app.page.locator(`[data-selected='${count}']`).waitFor();
}
