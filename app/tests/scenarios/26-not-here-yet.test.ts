import { it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("a screen that did not come yet says so, and comes with the connection", async () => {
  const anna = await Person.registered();
  await anna.ledger();
  const app = await stage.device();
  // As if the connection had broken off before page and worker had this file.
  app.gate.withheld = /\/assets\/budgets-[^/]*\.js /;
  await anna.enter(app);
  await app.tap("go-budgets");
  await app.page.getByText(texts.broken.notHere).waitFor();
  app.gate.withheld = null;
  await app.isOn("budgets");
});
