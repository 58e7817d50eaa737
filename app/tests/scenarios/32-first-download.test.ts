import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();
const CHANGES = /^GET \/api\/v1\/ledgers\/[^/]+\/changes/;

it("a ledger that has not come wholly is said to be so, with a network and without", async () => {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  await ledger.record({ date: "2026-01-05", amount: -700, payee: "Bakery" });
  const app = await stage.device();
  let letCome = () => {};
  const until = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  app.gate.late = { request: CHANGES, until };
  await anna.arrive(app);
  await app.stripIs("loading", 0);

  await app.gate.shut();
  await app.stripIs("offline", 0);
  expect(await app.page.locator("[data-sync]").textContent()).toBe(texts.sync.offlinePartly);

  app.gate.late = null;
  await app.gate.open();
  letCome();
  await app.isSettled();
});
