// Pictures of the app with its example household: node scripts/pictures.mjs [DIR], after npm run build:web. Into app/pictures, which is not
// committed: every screen on a phone and a desktop, light and dark, in both languages. With --docs, the few that the documentation shows.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { preview } from "vite";

const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };
const LANGUAGES = { en: "en-GB", ru: "ru-RU" };
const SCREENS = {
  home: "/",
  new: "/new",
  entries: "/entries",
  budgets: "/budgets",
  charts: "/charts",
  accounts: "/accounts",
  categories: "/categories",
  payees: "/payees",
  import: "/import",
  people: "/people",
  sync: "/sync",
  notifications: "/notifications",
  trash: "/trash",
  more: "/more",
  settings: "/settings",
};
const DOCS = [
  ["phone", "light", "en", ["home", "new", "entries", "budgets", "charts"]],
  ["desktop", "light", "en", ["entries"]],
  ["phone", "dark", "en", ["home"]],
];

const isDocs = process.argv.includes("--docs");
const root = new URL("..", import.meta.url).pathname;
const target = isDocs ? join(root, "../docs/pictures") : join(root, "pictures");
mkdirSync(target, { recursive: true });

const all = Object.keys(SIZES).flatMap((size) =>
  ["light", "dark"].flatMap((scheme) =>
    Object.keys(LANGUAGES).map((language) => [size, scheme, language, Object.keys(SCREENS)]),
  ),
);
const server = await preview({ root, build: { outDir: "dist-web" }, preview: { port: 0 }, logLevel: "warn" });
const address = server.resolvedUrls.local[0].replace(/\/$/, "");
const browser = await chromium.launch({
  executablePath: process.env.MYBUDGET_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
for (const [size, scheme, language, screens] of isDocs ? DOCS : all) {
  const context = await browser.newContext({
    viewport: SIZES[size],
    colorScheme: scheme,
    locale: LANGUAGES[language],
    serviceWorkers: "block",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('[data-action="example"]').click();
  await page.locator('[data-screen="home"] [data-action="open-entry"]').first().waitFor();
  for (const screen of screens) {
    await page.goto(address + SCREENS[screen]);
    await page.locator(`[data-screen="${screen}"]`).waitFor();
    // What is read from the store is drawn within a few frames; there is no server that anything could be waited for.
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: join(target, `${screen}-${size}-${scheme}-${language}.png`) });
  }
  await context.close();
}
await browser.close();
await server.close();
