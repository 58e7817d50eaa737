// Clients of the rehearsal: they write and read through the edge, count everything that fails, and in the end look for every entry whose
// success they were told of.
//   node load.mjs prepare STATE          registers users, each with a ledger and an account
//   node load.mjs run STATE RESULT       until it gets SIGTERM; RESULT is JSON
//   node load.mjs verify STATE RESULT    only the comparison in the end, with what the runs so far were told
// EDGE (address), EDGE_NAME and EDGE_CA (file) say where to.
import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { Agent, request as send } from "node:https";

const { EDGE, EDGE_NAME, EDGE_CA } = process.env;
const [mode, stateFile, resultFile] = process.argv.slice(2);
const ca = readFileSync(EDGE_CA);
const users = 4;
const pause = Number(process.env.LOAD_PAUSE ?? 100);
const patience = 30_000;
// Access tokens are exchanged for new ones when they are this old, as clients do before they run out.
const tokenAge = Number(process.env.LOAD_TOKEN_AGE ?? 600) * 1000;
const password = "correct horse battery staple";

const agentOf = (keepAlive) => new Agent({ keepAlive, maxSockets: 1, ca, servername: EDGE_NAME });
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

function ask(agent, method, path, { token, body } = {}) {
  return new Promise((answer, failed) => {
    const text = body && JSON.stringify(body);
    const headers = {
      Host: EDGE_NAME,
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(text && { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) }),
    };
    const outgoing = send({ host: EDGE, port: 443, method, path: `/api/v1/${path}`, headers, agent, timeout: patience }, (incoming) => {
      const parts = [];
      incoming.on("data", (part) => parts.push(part));
      incoming.on("error", failed);
      incoming.on("end", () => {
        const content = Buffer.concat(parts).toString();
        if (incoming.statusCode >= 200 && incoming.statusCode < 300) answer(content && JSON.parse(content));
        else failed(Object.assign(new Error(`${incoming.statusCode} ${content.slice(0, 200)}`), { status: incoming.statusCode }));
      });
    });
    outgoing.on("timeout", () => outgoing.destroy(new Error("no answer in time")));
    outgoing.on("error", failed);
    outgoing.end(text);
  });
}

// Before and after a load: the stack may still be coming back, which was counted during it.
async function patiently(agent, method, path, options) {
  for (const last = Date.now() + 300_000; ; await sleep(1000)) {
    try {
      return await ask(agent, method, path, options);
    } catch (error) {
      if (!isPassing(error) || Date.now() > last) throw error;
    }
  }
}

const isPassing = ({ status }) => status === undefined || [502, 503, 504].includes(status);

async function prepare() {
  const agent = agentOf(true);
  const state = [];
  for (let n = 0; n < users; n++) {
    const email = `rehearsal-${randomUUID()}@example.org`;
    const { accessToken: token } = await ask(agent, "POST", "auth/register", { body: { email, password, displayName: `Rehearsal ${n}` } });
    const { id: ledger } = await ask(agent, "POST", "ledgers", { token, body: { name: "Rehearsal", currency: "EUR" } });
    const { id: account } = await ask(agent, "POST", `ledgers/${ledger}/accounts`, {
      token,
      body: { name: "Checking", type: "checking", currency: "EUR", openingBalance: 0, openedOn: "2026-01-01" },
    });
    state.push({ email, ledger, account, told: [] });
  }
  return state;
}

const session = ({ accessToken, refreshToken }) => ({ token: accessToken, refreshToken, since: Date.now() });
const signIn = async (agent, { email }) => session(await patiently(agent, "POST", "auth/login", { body: { email, password } }));
const renew = async (agent, { refreshToken }) => session(await ask(agent, "POST", "auth/refresh", { body: { refreshToken } }));

// One client: reads and writes in turn. A write that failed is repeated with the id it had, as offline clients do.
async function client(user, login, keepAlive, log, isOver) {
  const agent = agentOf(keepAlive);
  const entry = (error, what) => `${new Date().toISOString()} ${what} ${keepAlive ? "kept" : "new"} connection: ${error.message}`;
  for (let turn = 0; !isOver(); turn++) {
    const began = performance.now();
    const writes = turn % 2 === 0;
    const id = randomUUID();
    const amount = -1 - Math.floor(Math.random() * 10_000);
    if (Date.now() - login.since > tokenAge) {
      // One whose answer is lost may be repeated with the same token.
      login = await renew(agent, login).catch((error) => log.failed.push(entry(error, "renewal")) && login);
      log.renewed++;
    }
    const { token } = login;
    for (let attempt = 1; ; attempt++) {
      try {
        if (writes) {
          const body = { id, accountId: user.account, date: "2026-11-25", amount, payee: "Rehearsal" };
          await ask(agent, "POST", `ledgers/${user.ledger}/transactions`, { token, body });
          user.told.push([id, amount]);
        } else {
          await ask(agent, "GET", `ledgers/${user.ledger}/accounts`, { token });
        }
        log.done.push([Date.now(), performance.now() - began, writes]);
        break;
      } catch (error) {
        if (writes && isPassing(error) && attempt < 6) {
          log.repeated.push(entry(error, "POST"));
          await sleep(200);
        } else {
          log.failed.push(entry(error, writes ? "POST" : "GET"));
          break;
        }
      }
    }
    await sleep(Math.max(0, pause - (performance.now() - began)));
  }
  agent.destroy();
}

async function run(state) {
  const log = { done: [], failed: [], repeated: [], renewed: 0 };
  let over = false;
  process.on("SIGTERM", () => (over = true));
  const logins = [];
  for (const user of state) for (const kept of [true, false]) logins.push([user, await signIn(agentOf(true), user), kept]);
  const began = Date.now();
  // The one who started this waits for the line.
  setTimeout(() => console.log("under load"), 2000);
  await Promise.all(logins.map(([user, login, kept]) => client(user, login, kept, log, () => over)));
  log.done.sort(([a], [b]) => a - b);
  const times = log.done.map(([, ms]) => ms).sort((a, b) => a - b);
  const written = log.done.filter(([, , writes]) => writes);
  const silences = written.slice(1).map(([at], n) => at - written[n][0]);
  const round = (ms) => Math.round(ms ?? 0);
  return {
    requests: log.done.length + log.failed.length,
    failed: log.failed.length,
    repeated: log.repeated.length,
    seconds: Math.round((Date.now() - began) / 1000),
    median: round(times[times.length >> 1]),
    p99: round(times[Math.floor(times.length * 0.99)]),
    slowest: round(times.at(-1)),
    withoutWrites: silences.reduce((longest, silence) => Math.max(longest, silence), 0),
    renewed: log.renewed,
    failures: log.failed.slice(0, 3),
    repetitions: log.repeated.slice(0, 3),
  };
}

// What clients were told against what is there: nothing lost, nothing twice, and a balance that is their sum.
async function verify(state) {
  const agent = agentOf(true);
  const found = { told: 0, lost: 0, untold: 0, wrongBalances: 0 };
  for (const user of state) {
    const { token } = await signIn(agent, user);
    const stored = new Map();
    let cursor = "";
    do {
      const page = await patiently(agent, "GET", `ledgers/${user.ledger}/transactions?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`, { token });
      for (const { id, amount } of page.items) {
        if (stored.has(id)) throw new Error(`${id} is listed twice`);
        stored.set(id, amount);
      }
      cursor = page.nextCursor ?? "";
    } while (cursor);
    const told = new Set(user.told.map(([id]) => id));
    found.told += told.size;
    found.lost += user.told.filter(([id, amount]) => stored.get(id) !== amount).length;
    found.untold += [...stored.keys()].filter((id) => !told.has(id)).length;
    const { items } = await patiently(agent, "GET", `ledgers/${user.ledger}/accounts`, { token });
    const sum = [...stored.values()].reduce((all, amount) => all + amount, 0);
    if (items.find(({ id }) => id === user.account).balance !== sum) found.wrongBalances++;
  }
  return found;
}

if (mode === "prepare") writeFileSync(stateFile, JSON.stringify(await prepare()));
else {
  const state = JSON.parse(readFileSync(stateFile, "utf8"));
  const result = mode === "run" ? await run(state) : {};
  writeFileSync(stateFile, JSON.stringify(state));
  Object.assign(result, await verify(state));
  writeFileSync(resultFile, JSON.stringify(result, null, 1));
}
process.exit(0);
