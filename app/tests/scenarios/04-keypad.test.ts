import { describe, expect, it } from "vitest";
import type { App } from "./support/app.ts";
import { beginLocally } from "./support/entries.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

async function typing(formats: string, currency = "EUR"): Promise<App> {
  const app = await stage.device();
  await beginLocally(app, formats, currency);
  await app.tap("add");
  await app.isOn("new");
  return app;
}

async function typed(app: App): Promise<string | null> {
  return app.page.locator("[data-action=amount] [data-amount]").getAttribute("data-amount");
}

/** What stands there for the eye. */
async function result(app: App): Promise<string | null> {
  return app.page.locator("[data-action=amount] > span").last().textContent();
}

async function paste(app: App, text: string): Promise<void> {
  await app.action("amount").evaluate((target, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", pasted);
    target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

describe("the keypad", () => {
  it("multiplies before it adds, with a comma as the decimal mark in German formats", async () => {
    const app = await typing("de-DE");
    expect(await app.page.locator("[data-key='.']").textContent()).toBe(",");
    expect(await result(app)).toBe("0,00\u00a0€");
    await app.keys("10");
    expect(await result(app)).toBe("10\u00a0€");
    await app.keys("+2.5*2");
    expect(await typed(app)).toBe("1500");
    expect(await result(app)).toContain("15,00\u00a0€");
  });

  it("takes what is pasted in the user's formats, and never 14,99 as 1,499", async () => {
    const app = await typing("en-US");
    expect(await result(app)).toBe("€0.00");
    await app.keys("12.");
    expect(await result(app)).toBe("€12.");
    await paste(app, "1,234.5");
    expect(await typed(app)).toBe("123450");
    await paste(app, "14,99");
    expect(await typed(app)).toBe("1499");
    await app.keys("back".repeat(5));
    await app.page.keyboard.type("14,99");
    expect(await typed(app)).toBe("1499");
  });

  it("refuses in words what is finer than the currency", async () => {
    const app = await typing("en-US");
    await paste(app, "0.005");
    await app.page.locator("[role=status]", { hasText: "EUR" }).waitFor();
    expect(await app.page.locator("[data-action=amount] [data-amount='1']").count()).toBe(0);
    await app.tap("save");
    await app.page.locator("[role=alert]").waitFor();
    expect(await app.screen("new").count()).toBe(1);
  });

  it("has no decimal key for yen, and three places for Bahrain's dinar", async () => {
    const yen = await typing("en-US", "JPY");
    await yen.page.locator("[data-key='1']").waitFor();
    expect(await yen.page.locator("[data-key='.']").count()).toBe(0);
    await yen.keys("500");
    expect(await typed(yen)).toBe("500");

    const dinar = await stage.device({ locale: "en-BH" });
    await beginLocally(dinar, "en-US", "BHD");
    await dinar.tap("add");
    await dinar.keys("1.234");
    expect(await typed(dinar)).toBe("1234");
  });
});

it("an amount with too many zeros is asked about once, and kept from nobody", async () => {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  const app = await stage.device();
  await anna.enter(app);
  await app.tap("add");
  await app.keys("1000000000");
  await app.tap("save");
  await app.page.locator("[data-asks=really]").waitFor();
  await app.tap("cancel");
  await app.isOn("new");
  await app.tap("save");
  await app.tap("confirm");
  await app.isOn("home");
  await ledger.eventually(async (one) => (await one.transactions()).map(({ amount }) => amount), [-100_000_000_000]);
  // It is the largest now, and nothing to ask about any more.
  await app.tap("add");
  await app.keys("1000000000");
  await app.tap("save");
  await app.isOn("home");
});
