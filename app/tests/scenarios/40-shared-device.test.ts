import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { type App, PATIENCE } from "./support/app.ts";
import { type Ledger, Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

const PDF = { name: "bill.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") };

it("two who share a ledger and a device see nothing half-typed of each other, and take nothing along", async () => {
  const [anna, bob] = [await Person.registered("Anna"), await Person.registered("Bob")];
  await Promise.all([anna.confirm(), bob.confirm()]);
  const ledger = await anna.ledger();
  const { id } = await anna.post<{ id: string }>(`${ledger.path}/invitations`, { email: bob.email, role: "editor" });
  await bob.post(`invitations/${id}/acceptance`, {});
  const app = await stage.device();
  await anna.enter(app);
  await app.isInstalled();

  await app.goOffline();
  await app.open("/new");
  await app.keys("500");
  await attach(app);
  await app.tap("save");
  await app.isOn("home");
  await app.open("/new");
  await app.keys("7");
  await attach(app);
  await anna.ask({ method: "DELETE", path: "me/sessions" });
  await app.goOnline();
  await app.screen("signed-out").locator('[data-kept="2"]').waitFor();

  await app.tap("another-user");
  await signIn(app, bob);
  await app.open("/new");
  await app.isOn("new");
  await app.action("details").waitFor();
  expect(await app.action("open-receipt").count()).toBe(0);
  expect(await app.screen("new").textContent()).toContain("€0.00");
  await app.open("/");
  await expect.poll(() => app.strip(), PATIENCE).toEqual({ state: "upToDate", pending: 0 });
  await app.open("/profile");
  await app.tap("sign-out");
  await app.tap("confirm");

  await app.isOn("welcome");
  await signIn(app, anna);
  await ledger.eventually(receiptsOf, 1);
  await app.open("/new");
  await app.action("open-receipt").waitFor();
  await app.tap("save");
  await ledger.eventually(receiptsOf, 2);
});

async function receiptsOf(ledger: Ledger): Promise<number> {
  return (await ledger.transactions()).flatMap(({ receipts }) => (receipts ?? []) as readonly unknown[]).length;
}

async function attach(app: App): Promise<void> {
  if ((await app.action("details").count()) > 0) await app.tap("details");
  await app.page.locator("[data-field=receipt]").setInputFiles([PDF]);
  await app.action("open-receipt").waitFor();
}

async function signIn(app: App, who: Person): Promise<void> {
  await app.isOn("welcome");
  await app.tap("other-way");
  await app.fill(texts.welcome.email, who.email);
  await app.fill(texts.welcome.password, who.password);
  await app.tap("sign-in");
  // The address stays what it was.
  await app.screen("welcome").waitFor({ state: "detached" });
  await app.open("/");
  await app.isOn("home");
  await app.isSettled();
}
