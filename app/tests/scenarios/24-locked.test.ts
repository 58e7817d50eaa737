import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { type App, PATIENCE } from "./support/app.ts";
import { changeEntry } from "./support/entries.ts";
import { Person, today } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

const [PIN, WRONG] = ["2580", "0000"];
const FIGURES = /43\.21|65\.43|88\.88|2,345\.67|2,302\.46|4321|6543|8888|234567|230246/;

it("while the app is locked an entry can be made, and nothing is shown; wrong PINs have to wait", async () => {
  const { app, ledger } = await begun();
  await lockWithPin(app);
  await app.page.getByRole("switch", { name: texts.lock.allowEntry }).click();
  await app.tap("go-entries");
  await app.tap("open-entry", "Bakery");
  const now = Date.now();
  await app.context.clock.setFixedTime(now);
  await changeEntry(app, { note: "bread" });
  await app.action("undo").waitFor();
  await app.page.reload();
  await app.isOn("locked");
  await app.page.locator("[name=pin]").fill(PIN);
  expect(await app.page.locator("[data-action=undo]").count()).toBe(0);
  await app.tap("unlock");
  await app.action("undo").waitFor();

  await app.open("/app/new?kind=expense");
  await app.isOn("new");
  await app.keys("5");
  await app.fill(texts.newEntry.payee, "Bak");
  expect(await app.page.locator("[data-action=choose-payee], [data-action=template]").count()).toBe(0);
  await app.tap("account");
  await app.action("choose-account", "Card").waitFor();
  expect(await app.amountsIn(app.page.locator("dialog"))).toEqual([]);
  await app.tap("choose-account", "Card");
  await app.tap("kind-transfer");
  await app.tap("to-account", "Cash");
  expect(await app.amountsIn(app.screen("transfer"))).toEqual([]);
  await app.tap("kind-expense");
  await app.tap("category", "Groceries");
  await shows(app, { nothing: true });
  await app.tap("save");
  await app.isOn("locked");
  await shows(app, { nothing: true });
  // Other screens are closed, whatever the address says.
  await app.open("/entries");
  await app.isOn("locked");
  await ledger.eventually(async (one) => (await one.transactions()).filter(({ amount }) => amount === -500).length, 1);

  for (let nth = 1; nth <= 3; nth++) {
    await tryPin(app, WRONG);
    // It was looked at.
    await expect.poll(() => app.page.locator("[name=pin]").inputValue(), PATIENCE).toBe("");
    await app.page.getByText(nth < 3 ? texts.lock.wrong : texts.lock.wait(30)).waitFor();
  }
  expect(await app.action("unlock").isDisabled()).toBe(true);
  await app.page.reload();
  expect(await app.action("unlock").isDisabled()).toBe(true);
  await app.context.clock.setFixedTime(now + 31_000);
  await expect.poll(() => app.action("unlock").isDisabled(), PATIENCE).toBe(false);
  await tryPin(app, PIN);
  await app.isOn("entries");
  await app.page.locator("[data-amount='-500']").first().waitFor();
});

it("hidden amounts are nowhere: neither in lists and charts, nor in notifications and titles", async () => {
  const { app } = await begun();
  const paths = [
    "/",
    "/entries",
    "/accounts",
    "/budgets",
    "/charts",
    "/notifications",
    "/new",
    "/trash",
    "/people",
    "/sync",
  ];
  // What is to be hidden is there.
  for (const action of ["go-more", "go-notifications"]) await app.tap(action);
  await app.page.locator("article").filter({ hasText: FIGURES }).waitFor();
  await app.tap("go-home");
  await shows(app, { nothing: false });
  await app.tap("hide-amounts");
  for (const path of paths) {
    await app.go(path);
    const name = path === "/" ? "home" : path.slice(1);
    await app.isOn(name);
    if (name === "notifications") await app.page.locator("article", { hasText: "Food" }).waitFor();
    await shows(app, { nothing: true });
  }
  for (const [path, action] of [
    ["/entries", "open-entry"],
    ["/accounts", "open-account"],
    ["/budgets", "open-budget"],
  ] as const) {
    await app.go(path);
    await app.tap(action);
    await app.isOn(action.slice("open-".length));
    await shows(app, { nothing: true });
  }
  const path = new URL(app.page.url()).pathname;
  await app.go(`${path}/edit`);
  const amount = app.page.locator("[name=amount]");
  await amount.waitFor();
  await shows(app, { nothing: true });
  // Whoever goes to change it has to see it.
  await amount.focus();
  await shows(app, { nothing: false });
});

it("what is half typed before the lock and behind it is kept apart, and neither is lost", async () => {
  const { app } = await begun();
  await lockWithPin(app);
  await app.page.getByRole("switch", { name: texts.lock.allowEntry }).click();
  await app.go("/new");
  await app.isOn("new");
  await app.keys("77");
  await app.go("/settings");
  await app.tap("lock-now");
  await app.tap("add");
  await app.isOn("new");
  expect(await app.action("amount").textContent()).not.toContain("77");
  await app.keys("5");
  await app.go("/");
  await tryPin(app, PIN);
  for (const typed of ["77", "5"]) {
    await app.isOn("home");
    await app.tap("add");
    await expect.poll(() => app.action("amount").textContent(), PATIENCE).toContain(typed);
    await app.tap("category", "Groceries");
    await app.tap("save");
  }
  await app.isOn("home");
});

it("the lock holds in every tab, and whoever says that they forgot the PIN finds nothing, whatever becomes of the page", async () => {
  const { app } = await begun();
  const other = await app.context.newPage();
  await other.goto("/entries");
  await other.locator("[data-screen=entries]").waitFor();
  await lockWithPin(app);
  await app.tap("lock-now");
  await app.isOn("locked");
  await other.locator("[data-screen=locked]").waitFor();
  await other.close();

  // The server does not answer, and the page is closed meanwhile.
  app.gate.late = { request: /^POST \/api\/v1\/auth\/logout/, until: new Promise(() => {}) };
  await app.tap("forgotten");
  await app.tap("confirm");
  await app.page.getByText(texts.welcome.leaving).waitFor();
  await app.reopen("/entries");
  await app.isOn("welcome");
  await shows(app, { nothing: true });
  expect(
    await app.page.evaluate(async () =>
      (await indexedDB.databases()).filter(({ name }) => !/^mybudget-(imports|receipts)$/.test(name ?? "")),
    ),
  ).toEqual([]);
});

/** A month with a few figures that are nowhere else, and a budget that is exceeded. */
async function begun() {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  await ledger.budget("Food", 4321, ["Groceries"]);
  const [groceries, salary] = [await ledger.category("Groceries"), await ledger.category("Salary")];
  await ledger.record({ date: today(), amount: 234_567, payee: "Work", categoryId: salary });
  await ledger.record({ date: today(), amount: -6543, payee: "Bakery", categoryId: groceries });
  const app = await stage.device();
  await anna.enter(app);
  return { anna, ledger, app };
}

async function lockWithPin(app: App): Promise<void> {
  await app.tap("go-more");
  await app.tap("go-settings");
  await app.page.getByRole("switch", { name: texts.lock.on }).click();
  for (const name of ["new-pin", "new-pin-again"]) await app.page.locator(`[name=${name}]`).fill(PIN);
  await app.tap("confirm");
}

async function tryPin(app: App, pin: string): Promise<void> {
  await app.page.locator("[name=pin]").fill(pin);
  await app.tap("unlock");
}

/** Whether any of the figures can be read or heard. */
async function shows(app: App, { nothing }: { nothing: boolean }): Promise<void> {
  const read = () =>
    app.page.evaluate(() => {
      const told = [...document.querySelectorAll("[title], [aria-label]")].map(
        (one) => `${one.getAttribute("title")} ${one.getAttribute("aria-label")}`,
      );
      const typed = [...document.querySelectorAll("input, textarea")].map((one) => (one as HTMLInputElement).value);
      return [document.title, document.body.textContent, ...told, ...typed].join("\n");
    });
  if (nothing) expect(await read()).not.toMatch(FIGURES);
  else await expect.poll(read, PATIENCE).toMatch(FIGURES);
}
