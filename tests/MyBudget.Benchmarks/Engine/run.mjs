// Measures the app's engine: node run.mjs '{"server":"http://127.0.0.1:5080","token":"ey...","ledger":"...","on":"2026-11-28"}'
//
// Prints {"browser":{...},"node":{...}}, in milliseconds. The browser is MYBUDGET_CHROMIUM or the chromium on the PATH, and null where there
// is none. It has no driver: a page measures, and sends what came out to the server that it came from.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const { build } = createRequire(join(here, "../../../app/package.json"))("esbuild");
const asked = JSON.parse(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), "mybudget-engine-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

async function bundle(entry, platform) {
  const outfile = join(folder, entry);
  await build({ entryPoints: [join(here, entry)], outfile, platform, bundle: true, format: "esm", target: "es2022", logLevel: "error" });
  return outfile;
}

async function onNode() {
  const file = await bundle("node.mjs", "node");
  const ASKED = JSON.stringify({ ...asked, path: join(folder, "store") });
  const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", file], { env: { ...process.env, ASKED } });
  return JSON.parse(stdout);
}

async function inBrowser() {
  const { readFile } = await import("node:fs/promises");
  const script = await readFile(await bundle("browser.mjs", "browser"));
  let told;
  const figures = new Promise((resolve, reject) => (told = { resolve, reject }));
  const pages = createServer(async (request, response) => {
    if (request.url === "/") response.setHeader("content-type", "text/html").end('<!doctype html><script type="module" src="/page.js"></script>');
    else if (request.url === "/page.js") response.setHeader("content-type", "text/javascript").end(script);
    else if (request.url === "/asked") response.setHeader("content-type", "application/json").end(JSON.stringify(asked));
    else if (request.url === "/figures") {
      let text = "";
      for await (const part of request) text += part;
      response.end();
      const { error, ...found } = JSON.parse(text);
      if (error) told.reject(new Error(error));
      else told.resolve(found);
    } else response.writeHead(404).end();
  }).listen(0, "127.0.0.1");
  await once(pages, "listening");

  // The page is not the product's, which has no reason to let others' pages in.
  const options = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-web-security", "--enable-precise-memory-info", "--js-flags=--expose-gc", `--user-data-dir=${join(folder, "profile")}`,
  ];
  const browser = spawn(process.env.MYBUDGET_CHROMIUM ?? "chromium", [...options, `http://127.0.0.1:${pages.address().port}/`], { stdio: "ignore" });
  const ended = new Promise((resolve) => {
    browser.on("error", (error) => {
      if (error.code === "ENOENT") told.resolve(null);
      else told.reject(error);
      resolve();
    });
    browser.on("exit", () => {
      told.reject(new Error("The browser ended early."));
      resolve();
    });
  });
  try {
    return await figures;
  } finally {
    browser.kill();
    await ended;
    pages.close();
    pages.closeAllConnections();
  }
}

const browser = await inBrowser();
console.log(JSON.stringify({ browser, node: await onNode() }));
