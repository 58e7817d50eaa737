import { expect, it } from "vitest";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("from a fresh profile to the first entry in twelve taps, and the server has it once", async () => {
  const app = await stage.device();
  const anna = new Person();
  await anna.register(app);
  await app.tap("next");
  await app.tap("next");
  await app.tap("next");
  await app.tap("record-first");
  await app.isOn("new");
  await app.keys("12.50");
  await app.tap("category", "Groceries");
  await app.tap("save");
  await app.isOn("home");
  await app.action("open-entry").waitFor();
  expect(app.taps).toBeLessThanOrEqual(12);
  expect(await app.amountsIn(app.action("open-entry"))).toEqual(["-1250"]);

  await app.isSettled();
  await anna.signIn();
  const ledger = await anna.onlyLedger();
  const recorded = await ledger.transactions();
  expect(recorded).toHaveLength(1);
  expect(recorded[0]).toMatchObject({ amount: -1250, categoryId: await ledger.category("Groceries") });
});
