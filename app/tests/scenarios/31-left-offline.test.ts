import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import type { App } from "./support/app.ts";
import { PATIENCE } from "./support/app.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("a sign-in that is ended offline ends on the server at the next contact", async () => {
  const anna = await Person.registered();
  await anna.ledger();
  const app = await stage.device();
  await anna.enter(app);
  const before = await sessionsOf(anna);
  await signOutOffline(app);
  expect(await sessionsOf(anna)).toBe(before);
  await app.goOnline();
  await expect.poll(() => sessionsOf(anna), PATIENCE).toBe(before - 1);
});

it("somebody else who signs in first ends it, too, and stays signed in, in another tab as well", async () => {
  const [anna, bob] = [await Person.registered("Anna"), await Person.registered("Bob")];
  await anna.ledger();
  await bob.ledger("Bob's");
  const app = await stage.device();
  await anna.enter(app);
  const [hers, his] = [await sessionsOf(anna), await sessionsOf(bob)];
  await signOutOffline(app);
  // While the device is offline nothing of the page knows that the server can be reached; the sign-in itself finds out.
  await app.context.setOffline(false);
  await app.tap("other-way");
  await app.fill(texts.welcome.email, bob.email);
  await app.fill(texts.welcome.password, bob.password);
  await app.tap("sign-in");
  await app.isOn("home");
  await app.isSettled();
  await expect.poll(() => sessionsOf(anna), PATIENCE).toBe(hers - 1);
  await app.reopen();
  await app.isOn("home");
  await app.isSettled();
  expect(await sessionsOf(bob)).toBe(his + 1);
});

async function signOutOffline(app: App): Promise<void> {
  await app.goOffline();
  await app.tap("go-more");
  await app.tap("go-profile");
  await app.isOn("profile");
  await app.tap("sign-out");
  await app.tap("confirm");
  await app.isOn("welcome");
}

async function sessionsOf(person: Person): Promise<number> {
  const { items } = await person.get<{ items: unknown[] }>("me/sessions");
  return items.length;
}
