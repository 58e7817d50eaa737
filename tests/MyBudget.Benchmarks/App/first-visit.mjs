// What a first visit brings over the line: everything until the worker has installed what it needs, and then what follows when idle.
import { createRequire } from "node:module";
import { Gate } from "./gate.mjs";
import { executable, FLAGS } from "./phone.mjs";

const { chromium } = createRequire(new URL("../../../app/package.json", import.meta.url))("playwright-core");
const LANGUAGES = ["en-GB", "ru-RU"];

export async function firstVisit(server) {
  const visits = [];
  for (const locale of LANGUAGES) {
    const gate = await Gate.to(server);
    const browser = await chromium.launch({ executablePath: executable(), args: FLAGS });
    try {
      const page = await (await browser.newContext({ locale, viewport: { width: 390, height: 844 } })).newPage();
      await page.goto(gate.url);
      await page.locator('[data-screen="welcome"]').waitFor();
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      const [bytes, files] = [gate.received, gate.paths.length];
      const before = await quiet(gate);
      visits.push({ locale, bytes, files, whole: before });
    } finally {
      await browser.close();
      gate.close();
    }
  }
  return visits;
}

/** Until nothing came for a while. */
async function quiet(gate) {
  for (let known = -1; known !== gate.received; ) {
    known = gate.received;
    await new Promise((resolve) => setTimeout(resolve, 8_000));
  }
  return gate.received;
}
