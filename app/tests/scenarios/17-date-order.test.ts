import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { chooseFile, csvOf } from "./support/files.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

const HEADERS = "Date,Amount,Payee";

it("dates that can be read two ways are asked about before anything is shown, once for each account", async () => {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  const app = await stage.device();
  await anna.enter(app);
  const screen = app.screen("import");

  await chooseFile(app, csvOf("july.csv", [HEADERS, "03/07/2026,-12.50,Bakery", "04/08/2026,-8.00,Kiosk"]));
  await app.tap("choose-account", "Card");
  await app.action("answer").waitFor();
  await screen.getByText(texts.imports.dates).waitFor();
  expect(await app.action("tab-new").count()).toBe(0);
  // Christmas is told from its place, so that nobody has to read a pattern.
  await app.tap("answer", /^25\/12\/2026/);
  await app.action("tab-new").waitFor();
  await screen.locator("[data-row]", { hasText: "Bakery" }).getByText("3 Jul").waitFor();
  await app.tap("import", "2");
  await app.isOn("import-report");
  const days = async () => (await ledger.transactions()).map(({ date }) => date);
  await ledger.eventually(days, ["2026-08-04", "2026-07-03"]);

  const next = csvOf("september.csv", [HEADERS, "05/09/2026,-3.00,Bakery", "06/10/2026,-4.00,Kiosk"]);
  await chooseFile(app, next);
  await app.tap("choose-account", "Card");
  await app.action("tab-new").waitFor();
  await screen.getByText(texts.imports.settled).waitFor();
  await screen.locator("[data-row]", { hasText: "Bakery" }).getByText("5 Sep").waitFor();

  await app.tap("start-again");
  await app.tap("choose-account", "Cash");
  await app.action("answer", /^25\/12\/2026/).waitFor();
});
