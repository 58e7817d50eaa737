import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ELSEWHERE = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
/** Without what asks the internet. */
export const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

/** Gives a plan to a page in a Chromium of its own, which speaks to the server as if it came from there, and returns what it reports. */
export async function inChromium(server: string, page: string, plan: unknown): Promise<unknown> {
  const script = await bundled(page);
  const profile = mkdtempSync(join(tmpdir(), "chromium-"));
  let chromium: ChildProcess | undefined;
  let report = (_: string) => {};
  const reported = new Promise<string>((resolve) => {
    report = resolve;
  });
  const http = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(request);
    if (request.url === "/plan") return response.end(JSON.stringify(plan));
    if (request.url === "/page.js") return response.setHeader("Content-Type", "text/javascript").end(script);
    if (request.url?.startsWith("/api/")) return forward(server, request, body, response);
    if (request.url === "/report") report(body.toString("utf8"));
    return response
      .setHeader("Content-Type", "text/html")
      .end('<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>');
  };
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  try {
    const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/`;
    chromium = spawn(found(), [...FLAGS, `--user-data-dir=${profile}`, url], { stdio: "ignore", detached: true });
    const ended = new Promise<never>((_, reject) => {
      chromium?.on("error", reject);
      chromium?.on("exit", (code) => reject(new Error(`Chromium ended with ${code}.`)));
    });
    return JSON.parse(await Promise.race([reported, ended]));
  } finally {
    // With its renderers.
    if (chromium?.pid && chromium.exitCode === null) {
      const gone = new Promise((resolve) => chromium?.on("exit", resolve));
      process.kill(-chromium.pid, "SIGKILL");
      await gone;
    }
    http.closeAllConnections();
    http.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** The Chromium to test in. */
export function found(): string {
  const named = process.env.MYBUDGET_CHROMIUM;
  if (named) return named;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...ELSEWHERE];
  const chromium = candidates.find((path) => existsSync(path));
  if (!chromium)
    throw new Error("There is no Chromium: ./mybudget install --browser, or name one by MYBUDGET_CHROMIUM.");
  return chromium;
}

/** A page of this folder with all that it needs, as one script. */
export async function bundled(page: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      minify: false,
      target: "es2022",
      lib: { entry: fileURLToPath(new URL(page, import.meta.url)), formats: ["es"] },
      // One script, whatever the engine loads at need.
      rollupOptions: { output: { inlineDynamicImports: true } },
    },
  });
  const [result] = Array.isArray(output) ? output : [output];
  const chunk = result && "output" in result ? result.output[0] : undefined;
  if (!chunk) throw new Error("The page was not bundled.");
  return chunk.code;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function forward(
  server: string,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
) {
  const { authorization = "", "if-none-match": known, "content-type": type } = headers;
  const answer = await fetch(`${server}${url}`, {
    method: method ?? "GET",
    headers: {
      authorization,
      ...(known === undefined ? {} : { "if-none-match": known }),
      ...(type === undefined ? {} : { "content-type": type }),
    },
    ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
  });
  for (const name of ["content-type", "etag", "retry-after"]) {
    const value = answer.headers.get(name);
    if (value !== null) response.setHeader(name, value);
  }
  response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
}
