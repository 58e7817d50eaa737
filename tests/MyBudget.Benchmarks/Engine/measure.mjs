// Pulls a whole ledger into a new store of the app's engine and reads from it what a home screen shows; the same in a browser and in Node.
import { LedgerApi, Replica, realSurroundings, Session } from "../../../app/src/replica/index.ts";

const READS = 5;

export async function measure(store, { server, token, ledger, on }, heap) {
  const keeper = { load: async () => ({ accessToken: token, refreshToken: "" }), save: async () => {} };
  // A browser's fetch wants to be called on its window.
  const http = { server, fetch: (...request) => fetch(...request), timeoutMs: 300_000 };
  const replica = new Replica({ store, api: new LedgerApi(new Session(http, keeper), ledger), surroundings: realSurroundings });

  const before = heap();
  const pull = await timed(async () => {
    const pulled = await replica.sync();
    if (!pulled.ok) throw new Error(`The engine could not pull: ${JSON.stringify(pulled)}`);
  });
  const figures = {
    pull,
    accounts: await median(() => replica.balances(on)),
    statuses: await median(() => replica.statuses(on)),
    page: await median(() => replica.transactions({ limit: 50 })),
    megabytes: (heap() - before) / 1e6,
  };
  const checked = await replica.check();
  if (!checked.ok || checked.value.repaired.length > 0) throw new Error(`The copy is not the server's: ${JSON.stringify(checked)}`);
  return figures;
}

async function median(read) {
  const times = [];
  for (let n = 0; n < READS; n++) times.push(await timed(read));
  return times.sort((one, other) => one - other)[Math.floor(READS / 2)];
}

async function timed(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
