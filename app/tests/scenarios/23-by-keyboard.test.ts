import { describe, expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { addExpense, beginLocally } from "./support/entries.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

describe("by keyboard alone", () => {
  it("an expense is made as by taps: with the tabulator, and with the app's own keys", async () => {
    const app = await stage.device();
    await beginLocally(app);
    const { keyboard } = app.page;
    const entry = (nth: number) => app.page.locator(`[data-screen=home] [data-action=open-entry]:nth-of-type(${nth})`);
    app.taps = 0;
    await app.tabTo(app.action("add"));
    await keyboard.press("Enter");
    await app.isOn("new");
    await keyboard.type("12.50");
    await app.tabTo(app.action("category", "Groceries"));
    await keyboard.press("Space");
    await app.page.locator("[data-action=category][aria-pressed=true]").waitFor();
    await app.tabTo(app.action("save"));
    await keyboard.press("Enter");
    await entry(1).waitFor();

    await keyboard.press("n");
    await app.isOn("new");
    await keyboard.type("7+0,25");
    await app.tabTo(app.action("category", "Household"));
    await keyboard.press("Space");
    await keyboard.press("Control+Enter");
    await entry(2).waitFor();
    expect((await app.amountsIn(app.page.locator("[data-action=open-entry]"))).sort()).toEqual(["-1250", "-725"]);
    expect(app.taps).toBe(0);
  });

  it("an entry that is typed becomes a transfer by the palette", async () => {
    const app = await stage.device();
    await beginLocally(app);
    const { keyboard } = app.page;
    await keyboard.press("n");
    await app.isOn("new");
    await keyboard.type("7");
    await keyboard.press("Control+k");
    await app.page.locator("input[name=palette]:focus").waitFor();
    await keyboard.type(texts.actions.transfer);
    await keyboard.press("Enter");
    await app.isOn("transfer");
    expect(await app.amountsIn(app.action("amount"))).toEqual(["700"]);
  });
});

describe("for who listens", () => {
  it.each([
    ["en-GB", "minus 12 euros 50", "12.50"],
    ["ru-RU", "минус 12 евро 50", "12,50"],
  ])("amounts have names in %s", async (locale, name, written) => {
    const app = await stage.device({ locale });
    await beginLocally(app, undefined, "EUR");
    await addExpense(app, "12.50");
    for (const [place, action] of [
      ["home", "open-entry"],
      ["home", "open-account"],
      ["entries", "open-entry"],
      ["accounts", "open-account"],
    ] as const) {
      await app.open(place === "home" ? "/" : `/${place}`);
      await app.isOn(place);
      const told = await app.action(action, written).ariaSnapshot();
      expect(told).toContain(name);
      expect(told).not.toContain(written);
    }
  });
});
