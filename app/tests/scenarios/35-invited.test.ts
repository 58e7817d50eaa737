import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("who was invited before they had an account finds the invitation, without its code", async () => {
  const anna = await Person.registered("Anna");
  await anna.ledger("Household");
  const ledger = await anna.onlyLedger();
  await anna.confirm();
  const bob = new Person("Bob");
  await anna.post(`${ledger.path}/invitations`, { email: bob.email, role: "editor" });

  const app = await stage.device();
  await bob.register(app);
  await app.tap("was-invited");
  await app.isOn("join");
  await app.page.getByText(texts.joining.confirmText(bob.email)).waitFor();
  await bob.signIn();
  await bob.confirm();
  await app.page.reload();
  await app.tap("open-invitation", "Household");
  await app.page.getByText(texts.joining.offerInvitation("Anna", "Household", texts.people.roles.editor)).waitFor();
  await app.tap("accept-invitation");
  await app.isOn("home");
  await app.isSettled();
});

it("a code is typed in, however a mail program broke it, and one that is none is told", async () => {
  const anna = await Person.registered();
  await anna.ledger();
  const app = await stage.device();
  await anna.enter(app);
  await app.go("/ledgers");
  await app.tap("was-invited");
  await app.page.locator("[name=join-code]").fill(" no such\ncode ");
  await app.tap("look-up");
  await app.page.getByText(texts.joining.unknown).waitFor();
  await app.tap("leave-join");
  await app.isOn("home");
  // Nor does an address that is no code leave the page blank.
  for (const path of ["/join/%E0%A4%A", "/entries/%", "/app//example.com/x", "/nowhere"]) {
    await app.open(path);
    await app.isOn("home");
    expect(new URL(app.page.url()).pathname).toBe("/");
  }
});

it("who opened an invitation of another address of theirs signs in with that, and keeps it", async () => {
  const [anna, bob, carl] = [
    await Person.registered("Anna"),
    await Person.registered("Bob"),
    await Person.registered(),
  ];
  await Promise.all([anna.confirm(), bob.confirm()]);
  const ledger = await anna.ledger("Household");
  await carl.ledger("Own");
  const { id } = await anna.post<{ id: string }>(`${ledger.path}/invitations`, { email: bob.email, role: "editor" });
  const app = await stage.device();
  await carl.enter(app);
  await app.open(`/join/${id}`);
  await app.page.getByText(texts.joining.signedInAs(carl.email)).waitFor();
  await app.tap("sign-in-as-another");
  await app.isOn("welcome");
  await app.page.getByText(texts.welcome.signInFirst).waitFor();
  await app.tap("other-way");
  await app.fill(texts.welcome.email, bob.email);
  await app.fill(texts.welcome.password, bob.password);
  await app.tap("sign-in");
  await app.tap("accept-invitation");
  await app.isOn("home");
  await app.page.getByRole("heading", { name: "Household" }).waitFor();
});

it("who asked to join and has no ledger is told that they wait, and is in once an owner says yes", async () => {
  const [anna, bob] = [await Person.registered("Anna"), await Person.registered("Bob")];
  await bob.confirm();
  const ledger = await anna.ledger("Household");
  const { code } = await anna.post<{ code: string }>(`${ledger.path}/join-links`, {});
  const app = await stage.device();
  await app.open(`/join/${code}`);
  await app.isOn("welcome");
  await app.tap("other-way");
  await app.fill(texts.welcome.email, bob.email);
  await app.fill(texts.welcome.password, bob.password);
  await app.tap("sign-in");
  await app.tap("ask-to-join");
  await app.page.getByText(texts.joining.askedFor("Household")).waitFor();
  await app.tap("leave-join");
  await app.isOn("first-steps");
  await app.page.locator("[data-asked]").getByText("Household").waitFor();

  const { items } = await anna.get<{ items: { id: string }[] }>(`${ledger.path}/join-requests`);
  await anna.post(`${ledger.path}/join-requests/${items[0]?.id}/acceptance`, { role: "editor" });
  // Without being asked again.
  await app.isOn("home");
  await app.page.getByRole("heading", { name: "Household" }).waitFor();
});
