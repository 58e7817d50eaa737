import type { Browser, BrowserContext, CDPSession, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { Gate } from "./gate.ts";

export interface Device {
  readonly locale?: string;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** The page's policy is left aside, for what a test does in it in the system's place. */
  readonly withoutPolicy?: boolean;
}

/** Long enough for a busy machine: what is waited for is a condition, not a time. */
export const PATIENCE = { timeout: Number(process.env.MYBUDGET_PATIENCE ?? 20_000), interval: 50 };

/** What browsers write to the console where a server is away, which is what some scenarios are about. */
const ABOUT_THE_NETWORK = /Failed to load resource|net::ERR_/;

/** The app in a browser, by what its screens are named in any language. */
export class App {
  /** Taps so far; digits are counted apart. */
  taps = 0;
  digits = 0;
  readonly faults: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    public page: Page,
    readonly gate: Gate,
  ) {}

  static async on(browser: Browser, gate: Gate, device: Device): Promise<App> {
    const context = await browser.newContext({
      baseURL: gate.url,
      locale: device.locale ?? "en-GB",
      timezoneId: "Europe/Berlin",
      viewport: { width: device.width ?? 390, height: device.height ?? 844 },
      hasTouch: true,
      colorScheme: device.dark ? "dark" : "light",
      bypassCSP: device.withoutPolicy ?? false,
    });
    context.setDefaultTimeout(PATIENCE.timeout);
    const app = new App(context, await context.newPage(), gate);
    app.listen();
    return app;
  }

  private listen(): void {
    this.page.on("pageerror", (error) => this.faults.push(`The page threw ${error.stack ?? error.message}`));
    this.page.on("console", (message) => {
      const text = message.text();
      if (message.type() === "error" && !ABOUT_THE_NETWORK.test(text)) this.faults.push(`The page says ${text}`);
    });
  }

  async open(path = "/"): Promise<void> {
    await this.page.goto(path);
  }

  /** Within the app, as its own links lead. */
  async go(path: string): Promise<void> {
    await this.page.evaluate((to) => {
      history.pushState(null, "", to);
      dispatchEvent(new PopStateEvent("popstate"));
    }, path);
  }

  /** Another page of the same profile, as after the first was closed. */
  async reopen(path = "/"): Promise<void> {
    const { page } = this;
    this.page = await this.context.newPage();
    this.listen();
    await page.close();
    await this.open(path);
  }

  screen(name: string): Locator {
    return this.page.locator(`[data-screen="${name}"]`);
  }

  async isOn(name: string): Promise<void> {
    await this.screen(name).waitFor();
  }

  action(name: string, text?: string | RegExp): Locator {
    const all = this.page.locator(`[data-action="${name}"]`);
    return (text === undefined ? all : all.filter({ hasText: text })).first();
  }

  async tap(name: string, text?: string | RegExp): Promise<void> {
    this.taps++;
    await this.action(name, text).click();
  }

  /** A finger stays on something until what it is held for is there. */
  async hold(what: Locator, until: Locator): Promise<void> {
    this.taps++;
    await what.scrollIntoViewIfNeeded();
    const box = await what.boundingBox();
    if (!box) throw new Error("What is to be held is not in sight.");
    const finger = await this.context.newCDPSession(this.page);
    const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
    await finger.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
    await until.waitFor();
    await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await finger.detach();
  }

  /** Goes on by the tabulator until something has the focus, and sees that it is not behind anything. */
  async tabTo(what: Locator): Promise<void> {
    await what.waitFor();
    for (let nth = 0; nth < 80; nth++) {
      if (await what.evaluate((one) => one === document.activeElement)) {
        await expect.poll(() => what.evaluate(isInSight), PATIENCE).toBe(true);
        return;
      }
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`The tabulator does not come to ${what}.`);
  }

  /** Types an amount on the app's own keys. */
  async keys(text: string): Promise<void> {
    for (const key of text.match(/back|00|./g) ?? []) {
      this.digits++;
      await this.page.locator(`[data-key="${key}"]`).click();
    }
  }

  /** A field by what stands above it; the tap into it is counted. */
  async fill(label: string | RegExp, text: string): Promise<void> {
    this.taps++;
    await this.field(label).fill(text);
  }

  field(label: string | RegExp): Locator {
    return this.page.getByLabel(label).first();
  }

  /** Minor units that are shown inside of something, in the order of reading. */
  async amountsIn(place: Locator): Promise<string[]> {
    return place.locator("[data-amount]").evaluateAll((all) => all.map((one) => one.getAttribute("data-amount") ?? ""));
  }

  async strip(): Promise<{ state: string; pending: number }> {
    const strip = this.page.locator("[data-sync]");
    const [state, pending] = await Promise.all([strip.getAttribute("data-sync"), strip.getAttribute("data-pending")]);
    return { state: state ?? "", pending: Number(pending) };
  }

  async stripIs(state: string, pending: number): Promise<void> {
    await expect.poll(() => this.strip(), PATIENCE).toEqual({ state, pending });
  }

  /** Everything is sent, and nothing is known to be new. */
  async isSettled(): Promise<void> {
    await this.stripIs("upToDate", 0);
  }

  /** No network for this device, as in a lift, and after the app came to it. */
  async goOffline(): Promise<void> {
    await this.isInstalled();
    await this.context.setOffline(true);
  }

  async goOnline(): Promise<void> {
    await this.context.setOffline(false);
  }

  /** All files of the app are on the device, so that every screen is there without a network. */
  async isInstalled(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (!navigator.serviceWorker.controller)
        await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
      // Nobody has to wait until the page has nothing else to do.
      navigator.serviceWorker.controller?.postMessage("fetch-rest");
    });
    await expect.poll(() => this.missing(), PATIENCE).toEqual([]);
  }

  /** Files of the release that are not on the device. */
  private missing(): Promise<string[]> {
    return this.page.evaluate(async () => {
      const missing: string[] = [];
      for (const name of (await caches.keys()).filter((one) => one.startsWith("mybudget-"))) {
        const cache = await caches.open(name);
        const release = (await (await cache.match("/precached.json"))?.json()) as { files: string[] } | undefined;
        for (const file of release?.files ?? [])
          if (!(await cache.match(file.split("#", 1)[0] ?? ""))) missing.push(file);
      }
      return missing;
    });
  }

  /** The stores of this device are busy, as large ones are when they open, until the returned function is called. */
  async holdStores(): Promise<() => Promise<void>> {
    const holder = await this.context.newPage();
    await holder.goto("/icon.svg");
    await holder.evaluate(async () => {
      for (const { name = "" } of await indexedDB.databases()) {
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        const [first = ""] = db.objectStoreNames;
        const store = db.transaction([...db.objectStoreNames], "readwrite").objectStore(first);
        // A transaction lasts as long as there is a request in it.
        const go = () => {
          store.get("nothing").onsuccess = go;
        };
        go();
      }
    });
    return () => holder.close();
  }

  async slowDown(rate: number): Promise<CDPSession> {
    const session = await this.context.newCDPSession(this.page);
    await session.send("Emulation.setCPUThrottlingRate", { rate });
    return session;
  }
}

/** Whether nothing lies over it. */
export function isInSight(one: Element): boolean {
  const { left, top, width, height } = one.getBoundingClientRect();
  const on = document.elementFromPoint(left + width / 2, top + height / 2);
  return on !== null && (one.contains(on) || on.contains(one));
}
