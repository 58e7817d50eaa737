import { expect, it } from "vitest";
import type { App } from "./support/app.ts";
import { changeEntry, openEntry } from "./support/entries.ts";
import { chooseFile, ofxOf } from "./support/files.ts";
import { type Ledger, Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

async function entered(): Promise<{ anna: Person; ledger: Ledger; app: App }> {
  const anna = await Person.registered("Anna");
  const ledger = await anna.ledger();
  const app = await stage.device();
  return { anna, ledger, app };
}

it("an entry's history names who changed what, and a version of it can be brought back", async () => {
  const { anna, ledger, app } = await entered();
  await ledger.record({ date: "2026-01-05", amount: -700, payee: "Bakery", note: "bread" });
  await anna.enter(app);
  await openEntry(app, "Bakery");
  await changeEntry(app, { amount: "9.00", note: "cake" });
  await app.isSettled();
  await openEntry(app, "Bakery");
  await app.tap("tab-history");
  const versions = app.screen("entry").locator("[data-version]");
  await expect.poll(() => versions.count()).toBe(2);
  for (const word of ["Anna", "bread", "cake"]) await versions.first().getByText(word).first().waitFor();
  expect(await app.amountsIn(versions.first())).toEqual(["-700", "-900"]);
  await versions.last().locator("[data-action=restore-version]").click();
  const said = async (one: Ledger) => (await one.transactions()).map(({ amount, note }) => [amount, note]);
  await ledger.eventually(said, [[-700, "bread"]]);
  // The newest is told of as soon as the server has it.
  await expect.poll(() => versions.count()).toBe(3);
  await app.tap("undo");
  await ledger.eventually(said, [[-900, "cake"]]);
});

it("what was deleted, here or elsewhere, is found in the trash and comes back, many at once", async () => {
  const { anna, ledger, app } = await entered();
  for (const payee of ["Bakery", "Kiosk", "Pharmacy"]) await ledger.record({ date: "2026-01-05", amount: -700, payee });
  await anna.enter(app);
  // Two are deleted elsewhere, one here.
  for (const { id, payee } of await ledger.transactions())
    if (payee !== "Pharmacy") await anna.ask({ method: "DELETE", path: `${ledger.path}/transactions/${id}` });
  await openEntry(app, "Pharmacy");
  await app.tap("delete");
  await app.isSettled();
  await app.tap("go-more");
  await app.tap("go-trash");
  await app.isOn("trash");
  const rows = app.screen("trash").locator("[data-entry]");
  await expect.poll(() => rows.count()).toBe(3);
  await app.screen("trash").locator("input[type=search]").fill("kiosk");
  await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringContaining("Kiosk")]);
  await app.screen("trash").locator("input[type=search]").fill("");
  await expect.poll(() => rows.count()).toBe(3);
  await rows.filter({ hasText: "Kiosk" }).click();
  await rows.filter({ hasText: "Pharmacy" }).click();
  await app.tap("restore");
  const payees = async (one: Ledger) => (await one.transactions()).map(({ payee }) => payee).sort();
  await ledger.eventually(payees, ["Kiosk", "Pharmacy"]);
  await expect.poll(() => rows.count()).toBe(1);
  await app.isSettled();
  await app.tap("go-entries");
  await expect.poll(() => app.page.locator("[data-action=open-entry]").count()).toBe(2);
});

it("what a file brought leads to the file's other entries, and the import to each of them", async () => {
  const { anna, ledger, app } = await entered();
  await ledger.record({ date: "2026-02-05", amount: -100, payee: "By hand" });
  await anna.enter(app);
  const rows = ["BAKERY", "KIOSK"].map((payee, place) => ({ date: "2026-03-01", amount: -700 - place, payee }));
  await chooseFile(app, ofxOf(rows));
  await app.tap("choose-account", "Card");
  await app.tap("import", "2");
  await app.isOn("import-report");
  await app.isSettled();
  await app.screen("import-report").getByText("KIOSK").click();
  await app.isOn("entry");
  await app.action("open-import", "march.ofx").waitFor();
  await app.tap("open-import");
  await app.isOn("entries");
  const list = app.screen("entries").locator("[data-action=open-entry]");
  await expect.poll(() => list.count()).toBe(2);
  expect((await app.amountsIn(list)).sort()).toEqual(["-700", "-701"]);
});

it("a reconciled entry gets a note and loses it again, and is of its statement all the while", async () => {
  const { anna, ledger, app } = await entered();
  await ledger.record({ date: "2026-01-05", amount: -700, payee: "Bakery", status: "cleared" });
  const account = `${ledger.path}/accounts/${ledger.accounts.get("Cash")}`;
  await anna.post(`${account}/reconciliation`, { on: "2026-01-31", balance: -700 });
  await anna.enter(app);
  await openEntry(app, "Bakery");
  await changeEntry(app, { note: "bread" });
  const said = async (one: Ledger) =>
    (await one.transactions()).map(({ status, note, reconciledOn }) => [status, note ?? null, reconciledOn]);
  await ledger.eventually(said, [["reconciled", "bread", "2026-01-31"]]);
  await app.tap("undo");
  await ledger.eventually(said, [["reconciled", null, "2026-01-31"]]);
  await app.isSettled();
});
