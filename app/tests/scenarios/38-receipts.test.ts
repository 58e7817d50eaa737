import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { type App, PATIENCE } from "./support/app.ts";
import { type Ledger, Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

const PDF = { name: "bill.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") };

interface Receipt {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

it("a receipt that is added offline is sent with its entry, seen elsewhere, removed and brought back", async () => {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  const app = await stage.device();
  await anna.enter(app);
  await app.isInstalled();

  await app.goOffline();
  await app.open("/new");
  await app.keys("1250");
  await app.tap("details");
  await choose(app, await photo(app), PDF);
  await expect.poll(() => app.screen("new").locator("[data-action=open-receipt]").count(), PATIENCE).toBe(2);
  await app.reopen("/new");
  await expect.poll(() => app.screen("new").locator("[data-action=open-receipt]").count(), PATIENCE).toBe(2);
  await app.tap("save");
  await app.isOn("home");
  await expect.poll(async () => (await app.strip()).pending, PATIENCE).toBe(3);

  await app.goOnline();
  await expect.poll(async () => names(await receipts(ledger)), PATIENCE).toEqual(["bill.pdf", "till.jpg"]);
  await expect.poll(() => app.strip(), PATIENCE).toEqual({ state: "upToDate", pending: 0 });

  const other = await stage.device();
  await anna.enter(other);
  const [entry] = await ledger.transactions();
  await other.open(`/entries/${entry?.id}`);
  await other.action("open-receipt").waitFor();
  await other.screen("entry").locator("[data-action=open-receipt][title='till.jpg'] img").waitFor();
  await other.screen("entry").locator("[data-action=open-receipt][title='till.jpg']").click();
  await other.page.getByRole("img", { name: texts.receipts.picture("till.jpg") }).waitFor();
  await other.tap("remove-receipt");
  await expect.poll(async () => names(await receipts(ledger)), PATIENCE).toEqual(["bill.pdf"]);
  await other.tap("undo");
  await expect.poll(async () => names(await receipts(ledger)), PATIENCE).toEqual(["bill.pdf", "till.jpg"]);

  const till = app.screen("entry").locator("[data-action=open-receipt][title='till.jpg'] img");
  await app.open(`/entries/${entry?.id}`);
  await till.waitFor();
  await app.goOffline();
  await app.open(`/entries/${entry?.id}`);
  await till.waitFor();
});

it("what is no receipt is said to be none, and a receipt whose entry is gone is told and can be saved", async () => {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  const app = await stage.device();
  await anna.enter(app);
  const entry = await ledger.record({ amount: -500, date: "2026-11-01", payee: "Kiosk" });
  await app.open(`/entries/${entry.id}`);
  await app.action("add-receipt").waitFor();
  await choose(app, { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("milk") });
  await app.page.getByText(texts.receipts.faults.kind).waitFor();
  await choose(app, { name: "broken.jpg", mimeType: "image/jpeg", buffer: Buffer.from("none") });
  await app.page.getByText(texts.receipts.faults.unreadable).waitFor();

  await app.goOffline();
  await choose(app, PDF);
  await app.action("open-receipt").waitFor();
  const { version } = await anna.get<{ version: number }>(`${ledger.path}/transactions/${entry.id}`);
  await anna.ask({
    method: "DELETE",
    path: `${ledger.path}/transactions/${entry.id}`,
    headers: { "If-Match": `"${version}"` },
  });
  await app.goOnline();
  await app.go("/sync");
  await app.screen("sync").getByText(texts.receipts.entryGone).waitFor();
  const saved = app.page.waitForEvent("download");
  await app.tap("save-receipt");
  expect((await saved).suggestedFilename()).toBe("bill.pdf");
  await app.tap("remove-receipt");
  await expect.poll(() => app.strip(), PATIENCE).toEqual({ state: "upToDate", pending: 0 });
});

it("a removed receipt comes back beside one that was added since", async () => {
  const anna = await Person.registered();
  await anna.ledger();
  const app = await stage.device();
  await anna.enter(app);
  await app.open("/new");
  await app.keys("5");
  await app.tap("details");
  await choose(app, PDF);
  await app.tap("open-receipt");
  await app.tap("remove-receipt");
  await app.action("open-receipt").waitFor({ state: "detached" });
  await choose(app, await photo(app));
  await app.screen("new").locator("[data-action=open-receipt][title='till.jpg']").waitFor();
  await app.tap("undo");
  await expect.poll(() => app.screen("new").locator("[data-action=open-receipt]").count(), PATIENCE).toBe(2);
});

async function choose(app: App, ...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  await app.page.locator("[data-field=receipt]").setInputFiles(files);
}

/** As a camera makes them: larger than is kept. */
async function photo(app: App) {
  const base64 = await app.page.evaluate(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 3000, height: 2000 });
    canvas.getContext("2d")?.fillRect(100, 100, 2000, 1000);
    return canvas.toDataURL("image/jpeg").split(",")[1] ?? "";
  });
  return { name: "till.JPEG", mimeType: "image/jpeg", buffer: Buffer.from(base64, "base64") };
}

async function receipts(ledger: Ledger): Promise<readonly Receipt[]> {
  const all = await ledger.transactions();
  return all.flatMap((entry) => (entry.receipts ?? []) as unknown as Receipt[]);
}

function names(all: readonly Receipt[]): string[] {
  return all.map(({ name }) => name).sort();
}
