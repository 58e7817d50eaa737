// Actual Budget as a peer of the benchmark: node actual.mjs DIRECTORY
//
// Starts its sync server, fills a budget with DIRECTORY/ledger.json and keeps it there. Then each line of standard input,
// {"operation":"month","connections":8,"seconds":0.2}, is answered with a line of latencies in milliseconds. Its API is a library
// that works on a copy of the budget in SQLite; connections are calls that are waited for at the same time.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import api from "@actual-app/api";

const password = "benchmark";
const [directory, ...download] = process.argv.slice(2);
const answer = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
// The library tells what it does; standard output is for answers.
console.log = console.warn = console.info = () => {};

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  return port;
}

async function startServer() {
  const port = await freePort();
  const manifest = createRequire(import.meta.url).resolve("@actual-app/sync-server/package.json");
  // Otherwise it takes no more than 500 requests a minute. Its web app is then served by http-proxy-middleware, which nobody asks here.
  const env = { ...process.env, NODE_ENV: "development", ACTUAL_PORT: port, ACTUAL_HOSTNAME: "127.0.0.1", ACTUAL_DATA_DIR: join(directory, "actual-server") };
  mkdirSync(env.ACTUAL_DATA_DIR, { recursive: true });
  const server = spawn(process.execPath, [join(dirname(manifest), "build/bin/actual-server.js")], { env, stdio: "ignore" });
  process.on("exit", () => server.kill());
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${url}/info`).catch(() => undefined))?.ok) await new Promise((resolve) => setTimeout(resolve, 100));
  const body = JSON.stringify({ password });
  await fetch(`${url}/account/bootstrap`, { method: "POST", headers: { "content-type": "application/json" }, body });
  return url;
}

async function open(name, serverURL) {
  const dataDir = join(directory, name);
  mkdirSync(dataDir, { recursive: true });
  await api.init({ dataDir, serverURL, password });
}

async function fill({ accounts, categories, months, transactions }) {
  const ids = new Map();
  for (const account of accounts) ids.set(account, await api.createAccount({ name: account }, 100_000));
  const group = await api.createCategoryGroup({ name: "Benchmark" });
  for (const [index, category] of categories.entries()) ids.set(category, await api.createCategory({ name: `Category ${index}`, group_id: group }));
  const transferTo = new Map((await api.getPayees()).filter((payee) => payee.transfer_acct).map((payee) => [payee.transfer_acct, payee.id]));
  const entry = ({ date, amount, payee, categoryId, note, transfer }) => ({
    date, amount, notes: note, category: ids.get(categoryId), payee_name: payee, payee: transfer && transferTo.get(ids.get(transfer.accountId)),
  });
  for (const account of accounts) {
    const own = transactions.filter((transaction) => transaction.accountId === account).map(entry);
    await api.addTransactions(ids.get(account), own, { runTransfers: true });
  }
  await api.batchBudgetUpdates(async () => {
    for (const month of months) for (const category of categories) await api.setBudgetAmount(month, ids.get(category), 50_000);
  });
  return { account: ids.get(accounts[0]), category: ids.get(categories[0]) };
}

// What the server has of a budget for a device that has nothing.
function bytesOnServer() {
  const files = join(directory, "actual-server", "user-files");
  return readdirSync(files).filter((name) => name.endsWith(".blob")).reduce((sum, name) => sum + statSync(join(files, name)).size, 0);
}

async function timed(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

async function load(call, connections, seconds, prepare = async () => {}) {
  const end = performance.now() + 1000 * seconds;
  const latencies = [];
  await Promise.all(Array.from({ length: connections }, async () => {
    do {
      await prepare();
      latencies.push(await timed(call));
    } while (performance.now() < end);
  }));
  return latencies;
}

async function downloadElsewhere(url, group) {
  const child = spawn(process.execPath, [process.argv[1], directory, url, group], { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  child.stdout.on("data", (data) => (text += data));
  await once(child, "close");
  return JSON.parse(text);
}

if (download.length > 0) {
  // A device that has nothing yet.
  const [url, group] = download;
  await open(`device-${process.pid}`, url);
  answer(await timed(() => api.downloadBudget(group)));
  process.exit();
}

const ledger = JSON.parse(readFileSync(join(directory, "ledger.json"), "utf8"));
const url = await startServer();
await open("client", url);
let at;
await api.runImport("Benchmark", async () => (at = await fill(ledger)));
await api.sync();
const group = (await api.getBudgets()).find((budget) => budget.groupId).groupId;
const entry = { date: ledger.on, amount: -1234, payee_name: "Shop 1", category: at.category };
const operations = {
  month: () => api.getTransactions(at.account, ledger.from, ledger.to),
  create: () => api.addTransactions(at.account, [entry]).then(() => api.sync()),
  budget: () => api.getBudgetMonth(ledger.on.slice(0, 7)),
  push: () => api.sync(),
  nothing: () => api.sync(),
};
// Made on the device before it is asked for.
const before = { push: () => api.addTransactions(at.account, Array.from({ length: 100 }, () => entry)) };
answer({ transactions: ledger.transactions.length, ofMonth: (await operations.month()).length, bytes: bytesOnServer() });
for await (const line of createInterface({ input: process.stdin })) {
  const { operation, connections, seconds } = JSON.parse(line);
  answer(operation === "download" ? [await downloadElsewhere(url, group)] : await load(operations[operation], connections, seconds, before[operation]));
}
await api.shutdown();
process.exit();
