// The icons as PNG, drawn by Chromium from their SVG: node scripts/icons.mjs, after a change of one of them.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const browser = await chromium.launch({
  executablePath: process.env.MYBUDGET_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
for (const [source, size, target] of [
  ["../public/icon.svg", 192, "icon-192.png"],
  ["../public/icon.svg", 512, "icon-512.png"],
  ["../public/icon-maskable.svg", 512, "icon-maskable-512.png"],
  // Of it a phone shows the shape alone, in its own colour: beside notifications.
  ["icon-monochrome.svg", 96, "icon-monochrome-96.png"],
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = readFileSync(new URL(source, import.meta.url), "utf8");
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: new URL(`../public/${target}`, import.meta.url).pathname, omitBackground: true });
}
await browser.close();
