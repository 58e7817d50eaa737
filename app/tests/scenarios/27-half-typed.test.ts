import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { isInSight, PATIENCE } from "./support/app.ts";
import { openEntry } from "./support/entries.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("what is half typed over an entry is there after a reload, and after somebody else changed another field", async () => {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  const { id } = await ledger.record({ date: "2026-01-05", amount: -700, payee: "Bakery" });
  const app = await stage.device();
  await anna.enter(app);
  await openEntry(app, "Bakery");
  const form = app.screen("entry");
  await form.locator("[name=note]").fill("for the party");
  // Kept at once, and not only when the page comes to it.
  const keptAtOnce = await form.locator("[name=amount]").evaluate((field: HTMLInputElement) => {
    field.value = "12.50";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    return Object.values(localStorage).some((value) => value.includes("1250"));
  });
  expect(keptAtOnce).toBe(true);
  await app.page.reload();
  await form.getByText(texts.entry.fromBefore).waitFor();
  expect(await form.locator("[name=note]").inputValue()).toBe("for the party");
  expect(await form.locator("[name=amount]").inputValue()).toBe("12.50");

  await anna.ask({ method: "PATCH", path: `${ledger.path}/transactions/${id}`, body: { payee: "Bakery Meier" } });
  await app.page.reload();
  await expect.poll(() => form.locator("[name=payee]").inputValue(), PATIENCE).toBe("Bakery Meier");
  expect(await form.locator("[name=note]").inputValue()).toBe("for the party");
  // One thing is wrong, and it is said once.
  await form.locator("[name=amount]").fill("abc");
  await app.tap("save");
  await form.locator("[role=alert]").waitFor();
  await expect.poll(() => form.locator("[name=amount]").evaluate(isInSight), PATIENCE).toBe(true);
  expect(await form.locator("[role=alert]").allTextContents()).toEqual([texts.amountFaults.notANumber()]);
  await form.locator("[name=amount]").fill("10+2.5");
  await form.getByText("= €12.50").waitFor();
  await app.tap("save");
  await form.locator("[data-action=save]").waitFor({ state: "detached" });
  await app.isSettled();
  await ledger.eventually(
    async (one) => (await one.transactions()).map(({ payee, note, amount }) => [payee, note, amount]),
    [["Bakery Meier", "for the party", -1250]],
  );

  // Saved, nothing of it comes back; given up neither.
  await app.page.goto(`/entries/${id}`);
  await app.isOn("entry");
  expect(await form.locator("[data-action=save]").count()).toBe(0);
  await form.locator("[name=note]").fill("never mind");
  await app.tap("revert");
  await app.page.reload();
  await app.isOn("entry");
  expect(await form.locator("[name=note]").inputValue()).toBe("for the party");
});
