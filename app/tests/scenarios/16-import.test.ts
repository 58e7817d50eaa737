import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { type App, PATIENCE } from "./support/app.ts";
import { chooseFile, countIn, ofxOf } from "./support/files.ts";
import { type Ledger, Person, type Transaction } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

const ROWS = Array.from({ length: 40 }, (_, place) => ({
  date: `2026-03-${String(1 + (place % 28)).padStart(2, "0")}`,
  amount: place === 39 ? 250_000 : -(1000 + 37 * place),
  payee: `SHOP ${String.fromCharCode(65 + (place % 26))}${place} BERLIN`,
}));

/** Which rows somebody has typed before, as people type. */
const TYPED = [3, 9, 17, 25, 30];

it("a bank's file of 40 rows meets the 5 that were typed, and undoing it leaves nothing behind", async () => {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  const accountId = ledger.accounts.get("Card") ?? "";
  for (const place of TYPED) {
    const { date, amount, payee } = ROWS[place] as (typeof ROWS)[number];
    const words = payee.toLowerCase().replace(" berlin", "");
    await ledger.record({ accountId, date, amount, payee: words, note: "by hand", status: "pending" });
  }
  await ledger.record({ date: "2026-03-05", amount: -777, payee: "Of another account" });
  const before = await stateOf(ledger);
  const app = await stage.device();
  await anna.enter(app);

  await chooseFile(app, ofxOf(ROWS));
  await app.action("choose-account").waitFor();
  // Nothing was answered yet.
  expect(await app.action("start-again").count()).toBe(0);
  await app.tap("choose-account", "Card");
  await app.action("tab-matches").waitFor();
  expect(await counts(app)).toEqual([35, 5, 0, 0]);
  await app.tap("tab-matches");
  const pairs = app.page.locator("[data-row]");
  expect(await pairs.count()).toBe(5);
  // In the file and in the ledger, side by side, and only what they differ in is marked.
  expect(await app.amountsIn(pairs.first())).toEqual([String(ROWS[3]?.amount), String(ROWS[3]?.amount)]);
  expect(await pairs.first().locator("[data-differs]").count()).toBe(1);
  await pairs.first().locator("[data-action=different]").click();
  await app.tap("import", "36");
  await app.isOn("import-report");
  const told = app.screen("import-report");
  expect(await told.locator("[data-count=imported]").textContent()).toBe("36");
  expect(await told.locator("[data-count=duplicates]").textContent()).toBe("4");
  const report = new URL(app.page.url()).pathname;
  const sum = ROWS.reduce((total, { amount }) => total + amount, 0);
  await ledger.eventually((one) => one.balance("Card"), sum + (ROWS[3]?.amount ?? 0));

  await app.tap("open-entries");
  await app.page.waitForURL(/\/entries\?q=import%3A/);
  await app.action("open-entry", ROWS[27]?.payee).waitFor();

  await chooseFile(app, ofxOf(ROWS));
  await app.action("tab-duplicates").waitFor();
  expect(await counts(app)).toEqual([0, 0, 40, 0]);
  await chooseFile(app, ofxOf(ROWS));
  await chooseFile(app, { name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("Nothing of a bank's\n") });
  await app.tap("choose-account", "Card");
  await app.screen("import").getByRole("alert").waitFor();
  await app.open("/import");
  // The same bytes wait once, and what the server cannot take says why.
  const waiting = app.screen("import").locator("[data-action=open-file]");
  await expect
    .poll(() => waiting.allTextContents(), PATIENCE)
    .toEqual([
      expect.stringContaining(texts.imports.refused("")),
      expect.not.stringContaining(texts.imports.refused("")),
    ]);
  for (const left of [1, 0]) {
    await app.tap("discard-file");
    await expect.poll(() => waiting.count(), PATIENCE).toBe(left);
  }

  await app.open(report);
  await app.tap("undo-import");
  await app.tap("confirm");
  await app.action("undo-import").waitFor({ state: "detached" });
  expect(await stateOf(ledger)).toEqual(before);
  await app.isSettled();
  await app.tap("go-entries");
  const list = app.screen("entries").locator("[data-action=open-entry]");
  await expect.poll(() => list.count()).toBe(TYPED.length + 1);
  await app.tap("go-home");
  const card = app.screen("home").locator("[data-action=open-account]", { hasText: "Card" });
  const balance = TYPED.reduce((total, place) => total + (ROWS[place]?.amount ?? 0), 0);
  await expect.poll(() => app.amountsIn(card), PATIENCE).toEqual([String(balance)]);
});

function counts(app: App): Promise<number[]> {
  return Promise.all((["new", "matches", "duplicates", "rejected"] as const).map((tab) => countIn(app, tab)));
}

/** What a ledger says, without how often it was written. */
async function stateOf(ledger: Ledger) {
  const content = ({ version: _, updatedAt: __, ...rest }: Transaction) => rest;
  return {
    entries: (await ledger.transactions()).map(content),
    balances: [await ledger.balance("Card"), await ledger.balance("Cash")],
  };
}
