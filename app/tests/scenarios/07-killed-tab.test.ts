import { expect, it } from "vitest";
import { addExpense } from "./support/entries.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("a tab that is killed between Save and the server's answer leaves exactly one entry", async () => {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  const app = await stage.device();
  await anna.enter(app);
  const lost = app.gate.losesAnswerTo(/^POST \/api\/v1\/ledgers\/[^/]+\/sync /);
  await addExpense(app, "9.99", "Groceries");
  await lost;
  await app.reopen("/entries");
  await app.isSettled();
  await app.action("open-entry").waitFor();
  expect(await app.amountsIn(app.screen("entries").locator("[data-action=open-entry]"))).toEqual(["-999"]);
  expect((await ledger.transactions()).map(({ amount }) => amount)).toEqual([-999]);
});
