import { it } from "vitest";
import { changeEntry, openEntry } from "./support/entries.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("two browsers that change different fields of an entry offline both have their way", async () => {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  await ledger.record({ date: "2026-01-05", amount: -700, payee: "Bakery" });
  const [first, second] = [await stage.device(), await stage.device()];
  for (const app of [first, second]) {
    await anna.enter(app);
    await app.isInstalled();
    await openEntry(app, "Bakery");
    await app.goOffline();
  }
  await changeEntry(first, { note: "for the party" });
  await changeEntry(second, { category: "Groceries" });
  for (const app of [first, second]) {
    await app.goOnline();
    await app.isSettled();
  }
  const groceries = await ledger.category("Groceries");
  await ledger.eventually(
    async (one) => (await one.transactions()).map(({ note, categoryId }) => [note, categoryId]),
    [["for the party", groceries]],
  );
  for (const app of [first, second]) await app.tap("go-entries");
  await second.screen("entries").getByText("for the party").waitFor();
  await first.screen("entries").getByText("Groceries").waitFor();
});
