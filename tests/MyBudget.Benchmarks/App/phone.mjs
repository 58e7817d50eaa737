// A phone with the app: a browser of its own, whose processor can be slowed down.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";

const { chromium } = createRequire(new URL("../../../app/package.json", import.meta.url))("playwright-core");

export const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"];

/** Playwright wants a path. */
export function executable() {
  return process.env.MYBUDGET_CHROMIUM ?? execFileSync("sh", ["-c", "command -v chromium || command -v google-chrome"]).toString().trim();
}

/** What each page knows of itself: when something was there to be seen, counted from its navigation. */
function watches() {
  const painted = (then) => requestAnimationFrame(() => setTimeout(() => then(performance.now())));
  globalThis.whenSeen = (test) =>
    new Promise((resolve) => {
      const look = () => {
        if (!test()) return false;
        painted(resolve);
        return true;
      };
      if (look()) return;
      const observer = new MutationObserver(() => look() && observer.disconnect());
      observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    });
  // Home is usable when what is on it is drawn, and what is tapped answers.
  const home = () => document.querySelector('[data-screen="home"] [data-action="open-entry"]') && document.querySelector('[data-action="add"]');
  globalThis.homeSeen = globalThis.whenSeen(home);
  globalThis.tasks = [];
  new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ["longtask"] });
}

export class Phone {
  #browser;
  #context;
  #server;

  static async unpack(server) {
    const phone = new Phone();
    phone.#server = server;
    phone.#browser = await chromium.launch({ executablePath: executable(), args: FLAGS });
    phone.#context = await phone.#browser.newContext({
      viewport: { width: 390, height: 844 }, locale: "en-GB", hasTouch: true, isMobile: true, deviceScaleFactor: 2,
    });
    phone.#context.setDefaultTimeout(300_000);
    await phone.#context.addInitScript(watches);
    return phone;
  }

  /** A page of the app on this phone, slowed down before there is anything to compute. */
  async open(path, slow = 1) {
    const page = await this.#context.newPage();
    // Slowing down is a process's, and another origin may get another process.
    await page.goto(`${this.#server}/icon.svg`);
    const session = await this.#context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slow });
    await page.goto(this.#server + path, { waitUntil: "commit" });
    return { page, session };
  }

  /** Everything of the app is on the phone. */
  async isInstalled(page) {
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      active.postMessage("fetch-rest");
      const isWhole = async () => {
        const cache = await caches.open((await caches.keys()).find((name) => name.startsWith("mybudget-")));
        const { files } = await (await cache.match("/precached.json")).json();
        return (await cache.keys()).length > files.length;
      };
      while (!(await isWhole())) await new Promise((resolve) => setTimeout(resolve, 200));
    });
  }

  /** The ledger with so many entries is in the store. Asked from another page, so that this one does nothing for it. */
  async hasAll(page, size) {
    const other = await page.context().newPage();
    await other.goto(`${this.#server}/icon.svg`);
    await other.evaluate(async (size) => {
      const answered = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }));
      const count = async () => {
        let most = 0;
        for (const { name } of await indexedDB.databases()) {
          const db = await answered(indexedDB.open(name));
          if (db.objectStoreNames.contains("entities")) most = Math.max(most, await answered(db.transaction("entities").objectStore("entities").count()));
          db.close();
        }
        return most;
      };
      // Accounts, categories and budgets are among the entities, and come with the entries.
      for (let known = -1, now = 0; now < size || now !== known; now = await count()) {
        known = now;
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }, size);
    await other.close();
  }

  putAway() {
    return this.#browser.close();
  }
}

export function median(all) {
  const sorted = [...all].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
