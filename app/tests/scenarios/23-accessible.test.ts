import { describe, expect, it } from "vitest";
import { newId } from "../../src/replica/ids.ts";
import type { App, Device } from "./support/app.ts";
import { coveredIn, seriousIn, tooWideIn } from "./support/axe.ts";
import { Person, today } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

const LOOKS: readonly [string, Device, string][] = [
  ["in light", {}, ""],
  ["in dark", { dark: true }, ""],
  ["on a small screen in letters twice as large", { width: 320, height: 640 }, "32px"],
];

describe.each(LOOKS)("every screen %s", (_, device, letters) => {
  it("has nothing that keeps people out", async () => {
    const { anna, places } = await household();
    const app = await stage.device(device);
    const faults: string[] = [];
    const look = async (name: string) => {
      if (letters !== "") await enlarge(app, letters);
      const found = [await seriousIn(app), await coveredIn(app), await tooWideIn(app), await smallTitlesIn(app)].flat();
      faults.push(...found.map((fault) => `${name}: ${fault}`));
    };
    await app.open();
    await app.isOn("welcome");
    await look("welcome");
    await anna.enter(app);
    for (const [path, shown] of places) {
      await app.go(path);
      await app.page.locator(shown).first().waitFor();
      await look(path);
    }
    for (const [path, actions, shown] of SHEETS) {
      await app.go(path);
      for (const action of actions) await app.tap(action);
      await app.page.locator(`dialog[open] ${shown}`).first().waitFor();
      await look(`${path} ${actions.join(" ")}`);
      await app.page.keyboard.press("Escape");
      await app.page.locator("dialog[open]").waitFor({ state: "detached" });
    }
    // What comes to the end of the screen only while it is needed.
    await app.go(places.find(([path]) => path.startsWith("/entries/"))?.[0] ?? "");
    await app.screen("entry").locator("[name=note]").fill("with something changed");
    await app.action("save").waitFor();
    await look("a changed entry");
    await app.go("/entries");
    await app.action("open-entry").waitFor();
    for (const key of ["j", "x"]) await app.page.keyboard.press(key);
    await app.action("bulk-category").waitFor();
    await look("chosen entries");
    const beginner = await stage.device(device);
    await beginner.open();
    await beginner.tap("without-account");
    for (const step of ["select[name=currency]", "[data-action=next]", "[data-action=next]"]) {
      await beginner.page.locator(step).first().waitFor();
      if (letters !== "") await enlarge(beginner, letters);
      faults.push(...(await seriousIn(beginner)), ...(await coveredIn(beginner)));
      await beginner.tap(step.startsWith("select") ? "next" : "skip");
    }
    // What was skipped is not made; the way to a first account is where one is asked for.
    await beginner.screen("first-steps").locator("[data-action=go-home]").click();
    await beginner.screen("home").locator("[data-action=add-account]").waitFor();
    faults.push(...(await seriousIn(beginner)));
    await beginner.tap("add");
    await beginner.isOn("new");
    expect(await beginner.action("category").count()).toBe(0);
    await beginner.tap("account");
    await beginner.page.locator("dialog[open] [data-action=add-account]").click();
    await beginner.isOn("account-edit");
    expect(faults).toEqual([]);
  });
});

const SHEETS: readonly [path: string, actions: readonly string[], shown: string][] = [
  ["/new", ["account"], "[data-action=choose-account]"],
  ["/new", ["date"], "[type=date]"],
  ["/new", ["all-categories"], "[data-action=choose-category]"],
  ["/entries", ["filter"], "button"],
];

/** A ledger in which each screen has something to show, and where that is. */
async function household() {
  const [anna, bob] = [await Person.registered("Anna"), await Person.registered("Bob")];
  for (const one of [anna, bob]) await one.confirm();
  const other = await bob.ledger("Flat");
  const ledger = await anna.ledger();
  const [groceries, salary] = [await ledger.category("Groceries"), await ledger.category("Salary")];
  const budget = await ledger.budget("Food", 4_000, ["Groceries"]);
  await ledger.record({ date: today(), amount: 250_000, payee: "Work", categoryId: salary });
  await ledger.record({ date: today(), amount: -999, payee: "Kiosk", status: "pending" });
  const { id } = await ledger.record({
    date: today(),
    amount: -4_250,
    payee: "Bakery",
    categoryId: groceries,
    tags: ["trip"],
  });
  const gone = await ledger.record({ date: today(), amount: -700, payee: "Mistake" });
  await anna.ask({ method: "DELETE", path: `${ledger.path}/transactions/${gone.id}` });
  await anna.post(`${ledger.path}/invitations`, { email: bob.email, role: "viewer" });
  const link = { id: newId({ now: () => new Date(), random: Math.random }) };
  const { code } = await bob.post<{ code: string }>(`${other.path}/join-links`, link);
  const cash = ledger.accounts.get("Cash");
  const screen = (name: string) => `[data-screen="${name}"]`;
  const places: readonly [path: string, shown: string][] = [
    ["/", `${screen("home")} [data-action=open-budget]`],
    ["/new", `${screen("new")} [data-action=category]`],
    ["/entries", `${screen("entries")} [data-action=open-entry]`],
    ["/new?kind=transfer", "[data-action=to-account]"],
    [`/entries/${id}`, `${screen("entry")} [name=note]`],
    ["/accounts", `${screen("accounts")} [data-action=open-account]`],
    ["/accounts/new", `${screen("account-edit")} [name=name]`],
    [`/accounts/${cash}`, `${screen("account")} [data-action=open-entry]`],
    [`/accounts/${cash}/edit`, `${screen("account-edit")} [name=name]`],
    [`/accounts/${cash}/reconcile`, `${screen("reconcile")} [name=balance]`],
    ["/budgets", `${screen("budgets")} [data-action=open-budget]`],
    ["/budgets/new", `${screen("budget-form")} input`],
    [`/budgets/${budget}`, `${screen("budget")} [data-action=open-entry]`],
    [`/budgets/${budget}/edit`, `${screen("budget-form")} input`],
    ["/charts", `${screen("charts")} [data-action=open-bar]`],
    ["/categories", `${screen("categories")} li, ${screen("categories")} a`],
    ["/categories/new", `${screen("category-edit")} input`],
    [`/categories/${groceries}`, `${screen("category-edit")} input`],
    ["/payees", `${screen("payees")} button`],
    ["/tags", `${screen("tags")} button`],
    ["/import", `${screen("import")} button`],
    ["/people", `${screen("people")} button`],
    [`/join/${code}`, "[data-action=ask-to-join]"],
    ["/ledgers", `${screen("ledgers")} button`],
    ["/notifications", `${screen("notifications")} article`],
    ["/sync", screen("sync")],
    ["/trash", `${screen("trash")} button`],
    ["/profile", `${screen("profile")} input`],
    ["/more", screen("more")],
    ["/settings", screen("settings")],
  ];
  return { anna, places };
}

/** A screen's title that is smaller than those of its cards. */
function smallTitlesIn(app: App): Promise<string[]> {
  return app.page.evaluate(() => {
    const sizeOf = (one: Element) => Number.parseFloat(getComputedStyle(one).fontSize);
    const [title] = document.querySelectorAll("h1");
    return [...document.querySelectorAll("section h2")]
      .filter((one) => title && !one.closest("dialog") && sizeOf(one) > sizeOf(title))
      .map((one) => `the title ${title?.textContent} is smaller than ${one.textContent}`);
  });
}

/** As somebody's own setting of the browser does. */
async function enlarge(app: App, size: string): Promise<void> {
  await app.page.evaluate((value) => {
    document.documentElement.style.fontSize = value;
    dispatchEvent(new Event("resize"));
  }, size);
}
