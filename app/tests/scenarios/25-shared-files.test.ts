import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { type App, PATIENCE } from "./support/app.ts";
import { type BankFile, ofxOf } from "./support/files.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

const PICTURE: BankFile = {
  name: "receipt.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
};

const STATEMENT = ofxOf([
  { date: "2026-03-01", amount: -1250, payee: "BAKERY" },
  { date: "2026-03-02", amount: -800, payee: "KIOSK" },
]);

it("a bank's file that is shared opens its import, and waits for a connection where there is none", async () => {
  const app = await entered();
  await app.goOffline();
  await share(app, STATEMENT);
  await app.screen("import").getByText(texts.imports.offline).waitFor();
  await app.goOnline();
  await app.tap("choose-account", "Card");
  await app.action("tab-new").waitFor();
  await app.tap("import", "2");
  await app.isOn("import-report");
});

it("a picture that is shared opens quick entry with it as the receipt, offline too", async () => {
  const app = await entered();
  await app.goOffline();
  await share(app, PICTURE);
  await app.isOn("new");
  await app.action("open-receipt").waitFor();
  await app.keys("350");
  await app.tap("save");
  await app.isOn("home");
  await expect.poll(async () => (await app.strip()).pending, PATIENCE).toBe(2);
  await app.goOnline();
  await expect.poll(() => app.strip(), PATIENCE).toEqual({ state: "upToDate", pending: 0 });
});

it("a picture that is given beside a bank's file, or for one, can become the receipt of an entry", async () => {
  const app = await entered();
  await share(app, PICTURE, STATEMENT);
  await app.isOn("import");
  await app.screen("import").getByText(texts.imports.picture).waitFor();
  await app.action("choose-account", "Card").waitFor();
  await app.open("/import");
  await app.page.locator("input[type=file]").setInputFiles([PICTURE]);
  await app.screen("import").getByText(texts.imports.picture).waitFor();
  expect(await app.action("open-file").count()).toBe(1);
  await app.tap("open-new");
  await app.isOn("new");
  await app.action("open-receipt").waitFor();
});

async function entered(): Promise<App> {
  const anna = await Person.registered();
  await anna.ledger();
  // The system, which no page's policy binds, sends what is shared; here a form does.
  const app = await stage.device({ withoutPolicy: true });
  await anna.enter(app);
  await app.isInstalled();
  return app;
}

/** As the manifest tells the system to hand files over. */
async function share(app: App, ...files: readonly BankFile[]): Promise<void> {
  const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString("base64") }));
  await Promise.all([
    app.page.waitForURL(/\/(import|new)/),
    app.page.evaluate(async (all) => {
      const { share_target: target } = await (await fetch("/manifest.webmanifest")).json();
      const form = document.createElement("form");
      Object.assign(form, { action: target.action, method: target.method, enctype: target.enctype });
      const input = document.createElement("input");
      Object.assign(input, { type: "file", name: target.params.files[0].name, multiple: true });
      const transfer = new DataTransfer();
      for (const { name, mimeType, base64 } of all) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type: mimeType }));
      }
      input.files = transfer.files;
      form.append(input);
      document.body.append(form);
      form.submit();
    }, given),
  ]);
}
