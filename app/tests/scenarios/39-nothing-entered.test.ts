import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("a ledger in which nothing was entered does not come along into an account that has one", async () => {
  const anna = await Person.registered();
  await anna.ledger("Family");
  const app = await stage.device();
  await app.open();
  await app.isOn("welcome");
  await app.tap("without-account");
  await app.isOn("first-steps");
  for (let card = 0; card < 3; card++) await app.tap("skip");
  await app.action("go-home").waitFor();
  await app.open("/sign-in");
  await app.isOn("welcome");
  await app.tap("other-way");
  await app.fill(texts.welcome.email, anna.email);
  await app.fill(texts.welcome.password, anna.password);
  await app.tap("sign-in");
  await app.isOn("home");
  await app.isSettled();
  await app.page.getByText("Family").first().waitFor();
  const { items } = await anna.get<{ items: { name: string }[] }>("ledgers");
  expect(items.map(({ name }) => name)).toEqual(["Family"]);
});
