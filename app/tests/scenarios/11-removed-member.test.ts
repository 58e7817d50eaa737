import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import type { App } from "./support/app.ts";
import { addExpense } from "./support/entries.ts";
import { chooseFile, csvOf } from "./support/files.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("who was removed while offline is told, saves what was not sent, and takes the ledger off the device", async () => {
  const anna = await Person.registered("Anna");
  const bob = await Person.registered("Bob");
  await anna.confirm();
  await bob.confirm();
  const own = await bob.ledger("Of Bob");
  const shared = await anna.ledger("Shared");
  await shared.record({ date: "2026-01-05", amount: -700, payee: "Bakery" });
  const { id } = await anna.post<{ id: string }>(`${shared.path}/invitations`, { email: bob.email, role: "editor" });
  await bob.post(`invitations/${id}/acceptance`, {});
  const app = await stage.device();
  await bob.enter(app);
  await onLedger(app, "Shared");
  await app.isSettled();
  // Beside the copy the device has searches that were saved, and files that wait.
  await app.open("/entries?q=Bakery");
  await app.tap("save-filter");
  await app.page.locator("dialog [data-action=save]").click();
  await chooseFile(app, csvOf("of-the-shared-account.csv", ["Date,Amount,Payee", "2026-01-05,-7.00,Bakery"]));
  await app.tap("go-home");
  await app.goOffline();
  for (const amount of ["1.10", "2.20"]) await addExpense(app, amount, "Groceries");
  await app.stripIs("offline", 2);
  const { items } = await anna.get<{ items: { userId: string; displayName: string }[] }>(`${shared.path}/members`);
  const member = items.find(({ displayName }) => displayName === "Bob")?.userId;
  await anna.ask({ method: "DELETE", path: `${shared.path}/members/${member}` });

  await app.goOnline();
  await app.stripIs("needsYou", 2);
  await app.screen("home").getByText(texts.home.gone).waitFor();
  // It can be read, and not be written.
  expect(await app.page.locator("[data-action=add]").count()).toBe(0);
  await app.tap("go-entries");
  await app.action("open-entry", "Bakery").waitFor();
  await app.open("/new");
  await app.screen("new").getByRole("alert").waitFor();
  await app.tap("go-sync");
  await app.isOn("sync");
  await app.screen("sync").getByText(texts.syncCentre.gone).waitFor();
  const [download] = await Promise.all([app.page.waitForEvent("download"), app.tap("save-unsent")]);
  const saved = JSON.parse(await readFile(await download.path(), "utf8")) as {
    ledgers: { ledgerId: string; operations: { type: string; data: { amount: number } }[] }[];
  };
  expect(saved.ledgers.map(({ ledgerId }) => ledgerId)).toEqual([shared.id]);
  expect(saved.ledgers[0]?.operations.map(({ type, data }) => [type, data.amount])).toEqual([
    ["transaction.record", -110],
    ["transaction.record", -220],
  ]);
  const before = await kept(app, shared.id);
  for (const one of ["mybudget.filters", "of-the-shared-account.csv", "mybudget.pack"])
    expect(
      before.some((name) => name.startsWith(one)),
      one,
    ).toBe(true);
  // The other ledger goes on meanwhile.
  await onLedger(app, "Of Bob");
  await app.isSettled();
  await addExpense(app, "3.30", "Groceries");
  await own.eventually(async (one) => (await one.transactions()).map(({ amount }) => amount), [-330]);

  await onLedger(app, "Shared");
  await app.stripIs("needsYou", 2);
  await app.tap("go-sync");
  await app.tap("take-off");
  await app.tap("confirm");
  await app.isOn("home");
  await app.isSettled();
  await expect.poll(() => kept(app, shared.id)).toEqual([]);
  expect((await kept(app, own.id)).length).toBeGreaterThan(0);
  expect((await shared.transactions()).map(({ amount }) => amount)).toEqual([-700]);
});

async function onLedger(app: App, name: string): Promise<void> {
  await app.open("/ledgers");
  await app.tap("choose-ledger", name);
  await app.tap("go-home");
  await app.isOn("home");
}

/** What this device keeps of a ledger: the names of stores, of what is beside them, and of files. */
function kept(app: App, ledgerId: string): Promise<string[]> {
  return app.page.evaluate(async (id) => {
    const stores = (await indexedDB.databases()).map(({ name = "" }) => name);
    const beside = Object.entries(localStorage).flatMap(([name, text]) => `${name}: ${text}`);
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("mybudget-imports");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const files = await new Promise<{ name: string; ledgerId: string }[]>((resolve) => {
      const request = db.transaction("files").objectStore("files").getAll();
      request.onsuccess = () => resolve(request.result);
    });
    db.close();
    return [...stores, ...beside, ...files.map((file) => `${file.name} of ${file.ledgerId}`)].filter((one) =>
      one.includes(id),
    );
  }, ledgerId);
}
