import { describe, expect, it } from "vitest";
import type { App, Device } from "./support/app.ts";
import { isTooWide, seriousIn } from "./support/axe.ts";
import { addExpense, beginLocally } from "./support/entries.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

const SCREENS: readonly [path: string, name: string][] = [
  ["/", "home"],
  ["/new", "new"],
  ["/entries", "entries"],
  ["/accounts", "accounts"],
  ["/budgets", "budgets"],
  ["/sync", "sync"],
  ["/more", "more"],
  ["/settings", "settings"],
];

const LOOKS: readonly [string, Device, string][] = [
  ["in light", {}, ""],
  ["in dark", { dark: true }, ""],
];

describe.each(LOOKS)("every screen %s", (_, device, letters) => {
  it("has nothing that keeps people out", async () => {
    const app = await stage.device(device);
    const faults: string[] = [];
    const look = async (name: string) => {
      await app.isOn(name);
      if (letters !== "") await enlarge(app, letters);
      faults.push(...(await seriousIn(app)).map((fault) => `${name}: ${fault}`));
      if (await isTooWide(app)) faults.push(`${name}: one has to scroll sideways`);
    };
    await app.open();
    await look("welcome");
    await app.tap("without-account");
    await look("first-steps");
    await beginLocally(app);
    await addExpense(app, "12.50", "Groceries");
    for (const [path, name] of SCREENS) {
      await app.open(path);
      await look(name);
    }
    await app.open("/entries");
    await app.tap("open-entry");
    await look("entry");
    await app.open("/accounts");
    await app.tap("open-account");
    await look("account");
    expect(faults).toEqual([]);
  });
});

/** As somebody's own setting of the browser does. */
async function enlarge(app: App, size: string): Promise<void> {
  await app.page.evaluate((value) => {
    document.documentElement.style.fontSize = value;
  }, size);
}
