import { describe, expect, it } from "vitest";
import type { App } from "./support/app.ts";
import { addExpense } from "./support/entries.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

describe("while new releases come", () => {
  it("a half-typed form stays, the old release goes on, and the newest is offered once the entry is saved", async () => {
    const anna = await Person.registered();
    const ledger = await anna.ledger();
    const app = await stage.device();
    await anna.enter(app);
    await app.isInstalled();
    await app.tap("add");
    await app.isOn("new");
    await app.keys("12.50");
    const typed = app.action("amount");
    const before = await typed.textContent();

    // Two releases on, the server has no file of the first any more.
    await arrives(app, "second");
    app.gate.withheld = /\/assets\/[^ ]* /;
    await arrives(app, "third");
    expect(await app.page.locator("[data-notice=update]").count()).toBe(0);
    expect(await typed.textContent()).toBe(before);
    await app.tap("category", "Groceries");
    await app.tap("save");
    await app.page.locator("[data-notice=update]").waitFor();
    await app.isSettled();
    await ledger.eventually(async (one) => (await one.transactions()).map(({ amount }) => amount), [-1250]);

    // Nobody has to reload: screens that were never opened are there, and what others do arrives.
    for (const screen of ["budgets", "more", "entries"]) {
      await app.tap(`go-${screen}`);
      await app.isOn(screen);
    }
    await ledger.record({ date: "2026-01-05", amount: -700, payee: "Bakery" });
    await app.action("open-entry", "Bakery").waitFor();

    await Promise.all([app.page.waitForEvent("load"), app.tap("reload")]);
    await app.isOn("entries");
    expect(await releases(app)).toEqual(["third"]);
    await addExpense(app, "1.00", "Groceries");
    await app.isSettled();
    expect(await app.page.locator("[data-notice=update]").count()).toBe(0);
  });

  it("another window that takes the new one does not take the form of this one away", async () => {
    const app = await stage.device();
    const anna = await Person.registered();
    await anna.ledger();
    await anna.enter(app);
    await app.isInstalled();
    await app.tap("add");
    await app.keys("4.20");
    await arrives(app, "second");
    const first = app.page;
    const other = await app.context.newPage();
    await other.goto("/");
    await Promise.all([other.waitForEvent("load"), other.locator("[data-action=reload]").click()]);
    await expect.poll(() => releases(app)).toEqual(["second"]);
    await first.locator("[data-screen=new]").waitFor();
    await first.locator("[data-key=back]").waitFor();
    await app.tap("category", "Groceries");
    await app.tap("save");
    await first.locator("[data-action=open-entry]").waitFor();
    expect(await app.amountsIn(app.action("open-entry"))).toEqual(["-420"]);
    await first.locator("[data-notice=update]").waitFor();
  });
});

it("browsers can install it, with its shortcuts, and hand files to it", async () => {
  const app = await stage.device();
  await app.open();
  await app.isInstalled();
  const session = await app.context.newCDPSession(app.page);
  const { errors } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // A window without a profile of its own, as tests have, is the only thing against it.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
  const found = await app.page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>("link[rel=manifest]");
    const manifest = await (await fetch(link?.href ?? "")).json();
    const sizes = await Promise.all(
      manifest.icons.map(async ({ src, type }: { src: string; type: string }) => {
        if (type !== "image/png") return null;
        const { width, height } = await createImageBitmap(await (await fetch(src)).blob());
        return `${width}x${height}`;
      }),
    );
    return { manifest, sizes };
  });
  const { manifest, sizes } = found;
  expect(sizes).toEqual(
    manifest.icons.map((icon: { type: string; sizes: string }) => (icon.type === "image/png" ? icon.sizes : null)),
  );
  expect(manifest.icons.some(({ purpose }: { purpose?: string }) => purpose === "maskable")).toBe(true);
  expect(manifest.share_target).toMatchObject({ action: "/share", method: "POST" });
  expect(manifest.file_handlers[0].action).toBe("/import");
  expect(manifest.display).toBe("standalone");

  await app.tap("without-account");
  for (let card = 0; card < 3; card++) await app.tap("next");
  await app.tap("go-home");
  for (const { url } of manifest.shortcuts) {
    await app.open(url);
    await app.isOn("new");
    const kind = new URL(url, app.gate.url).searchParams.get("kind");
    expect(await app.page.locator(`[data-action=kind-${kind}]`).getAttribute("aria-pressed"), url).toBe("true");
  }
});

/** The server has another release, and the app looks for one, as it does every hour. */
async function arrives(app: App, release: string): Promise<void> {
  app.gate.changed = { request: /^GET \/sw\.js /, into: (text) => renamed(text, release) };
  await app.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
  });
  await expect
    .poll(() => app.page.evaluate(() => navigator.serviceWorker.getRegistration().then((one) => one?.waiting?.state)))
    .toBe("installed");
  await expect.poll(() => releases(app)).toContain(release);
}

/** The worker with the name of another release, by which its cache is called. */
function renamed(text: string, release: string): string {
  const [, name] = /mybudget-"[^"]{1,40}"([\w-]{16})"/.exec(text) ?? [];
  if (!name) throw new Error("The release is not found in the worker.");
  return text.replaceAll(name, release);
}

/** Those whose files are on the device. */
async function releases(app: App): Promise<string[]> {
  const names = await app.page.evaluate(() => caches.keys());
  return names.map((name) => name.replace("mybudget-", ""));
}
