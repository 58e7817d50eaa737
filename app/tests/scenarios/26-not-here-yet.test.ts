import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("a screen that did not come yet says so, and comes with the connection", async () => {
  const anna = await Person.registered();
  await anna.ledger();
  const app = await stage.device();
  const files = /\/assets\/new-[^/]*\.js$/;
  // Of worker and page, as if the connection had broken off before they had this file.
  await app.context.route(files, (route) => route.abort());
  await anna.enter(app);
  await app.tap("add");
  await expect.poll(() => app.page.getByText(texts.broken.notHere).isVisible()).toBe(true);
  await app.context.unroute(files);
  await app.isOn("new");
});
