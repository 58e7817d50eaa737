// What the app's screens take, on a phone that has a ledger.
import { median } from "./phone.mjs";

const HOME = "[data-screen=home]";

/** Signs in on a new phone and downloads the ledger: how long, and how long at most nothing that was tapped was answered meanwhile. */
export async function firstPull(phone, email, password, size) {
  const { page } = await phone.open("/");
  await page.locator('[data-action="other-way"]').click();
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=password]").fill(password);
  await page.evaluate(() => globalThis.tasks.splice(0));
  const begin = performance.now();
  await page.locator('[data-action="sign-in"]').click();
  await phone.hasAll(page, size);
  const whole = performance.now() - begin;
  // Long tasks are those above 50 ms.
  const tasks = await page.evaluate(() => globalThis.tasks);
  await phone.isInstalled(page);
  await page.close();
  return { whole, longest: Math.max(0, ...tasks), tasks: tasks.length };
}

/** From the navigation until Home is drawn, the app having been closed. */
export async function warmStart(phone, slow, rounds) {
  const times = [];
  // The first warms the browser's caches up, which the other starts on a phone have, too.
  for (let round = 0; round <= rounds; round++) {
    const { page } = await phone.open("/", slow);
    const seen = await page.evaluate(() => globalThis.homeSeen);
    if (round > 0) times.push(seen);
    await page.close();
  }
  return { median: median(times), longest: Math.max(...times) };
}

/** From the tap on + until the keypad is drawn, once after each start. */
export async function keypad(phone, slow, rounds) {
  const times = [];
  for (let round = 0; round <= rounds; round++) {
    const { page } = await phone.open("/", slow);
    await page.locator(`${HOME} [data-action="open-entry"]`).first().waitFor();
    await page.evaluate(() => globalThis.homeSeen);
    await idle(page);
    await page.evaluate(() => {
      globalThis.tapped = new Promise((resolve) => {
        document.addEventListener("pointerdown", ({ timeStamp }) => {
          void globalThis.whenSeen(() => document.querySelector("[data-key='1']")).then((seen) => resolve(seen - timeStamp));
        }, { capture: true, once: true });
      });
    });
    await page.locator('[data-action="add"]').first().tap();
    const time = await page.evaluate(() => globalThis.tapped);
    if (round > 0) times.push(time);
    await page.close();
  }
  return { median: median(times), longest: Math.max(...times) };
}

/** From what is typed until the list shows what was found of it. */
export async function search(phone, slow, rounds) {
  const { page } = await phone.open("/entries", slow);
  await page.locator("[data-screen=entries] [data-entry]").first().waitFor();
  await idle(page);
  const times = [];
  for (let round = 0; round <= rounds; round++) {
    const time = await page.evaluate(async (text) => {
      const field = document.querySelector('[data-action="search"]');
      const rows = () => [...document.querySelectorAll("[data-screen=entries] [data-entry]")];
      const begin = performance.now();
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      const seen = await globalThis.whenSeen(() => rows().length > 0 && rows().every((row) => row.textContent.includes(text)));
      return seen - begin;
    }, `Shop ${11 + round}`);
    if (round > 0) times.push(time);
    await idle(page);
  }
  await page.close();
  return { median: median(times), longest: Math.max(...times) };
}

/** A long fling through the entries: the time of frames, and how often there was nothing where a row should have been. */
export async function scrolling(phone, slow) {
  const { page, session } = await phone.open("/entries", slow);
  await page.locator("[data-screen=entries] [data-entry]").first().waitFor();
  await idle(page);
  await page.evaluate(() => {
    const frames = { times: [], blank: 0, on: true };
    globalThis.frames_ = frames;
    const list = document.querySelector("[data-entry]").parentElement.parentElement;
    let last = performance.now();
    const frame = (now) => {
      if (!frames.on) return;
      frames.times.push(now - last);
      last = now;
      const isBlank = [320, 480, 640].some((y) => document.elementFromPoint(195, y) === list);
      if (isBlank) frames.blank++;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await session.send("Input.synthesizeScrollGesture", { x: 195, y: 600, yDistance: -24_000, speed: 6_000, gestureSourceType: "touch" });
  const { times, blank } = await page.evaluate(() => {
    globalThis.frames_.on = false;
    return globalThis.frames_;
  });
  await page.close();
  const sorted = times.slice(1).sort((one, other) => one - other);
  return { frames: sorted.length, p95: sorted[Math.floor(0.95 * sorted.length)], longest: sorted.at(-1), blank };
}

/** Nothing that the last thing brought about is still being computed. */
function idle(page) {
  return page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(() => requestIdleCallback(resolve), 500))));
}
