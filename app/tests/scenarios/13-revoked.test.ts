import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { addExpense } from "./support/entries.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("a sign-in that was ended from elsewhere keeps what was not sent, until somebody signs in again", async () => {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  const app = await stage.device();
  await anna.enter(app);
  await app.isInstalled();
  await app.goOffline();
  for (const amount of ["1.10", "2.20"]) await addExpense(app, amount, "Groceries");
  await app.stripIs("offline", 2);
  const { items } = await anna.get<{ items: { id: string; current: boolean; isCurrent?: boolean }[] }>("me/sessions");
  for (const session of items.filter((one) => !(one.current ?? one.isCurrent)))
    await anna.ask({ method: "DELETE", path: `me/sessions/${session.id}` });

  await app.goOnline();
  await app.stripIs("signedOut", 2);
  expect(await ledger.transactions()).toEqual([]);
  await app.tap("go-sync");
  await app.isOn("welcome");
  await app.fill(texts.welcome.password, anna.password);
  await app.tap("sign-in");
  await app.isOn("home");
  await app.isSettled();
  await ledger.eventually(async (one) => (await one.transactions()).map(({ amount }) => amount), [-220, -110]);
});
