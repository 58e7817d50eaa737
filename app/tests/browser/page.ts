import { LedgerApi } from "../../src/replica/api/ledger-api.ts";
import { Session } from "../../src/replica/api/session.ts";
import { realSurroundings } from "../../src/replica/ids.ts";
import { Replica } from "../../src/replica/replica.ts";
import { IndexedDbStore } from "../../src/replica/store/indexeddb.ts";
import { choices } from "../../src/replica/sync/decisions.ts";
import { type Act, begin, type Editor, performEdit } from "../support/acts.ts";
import { stateAsText } from "../support/state.ts";

/** What the test has the page do. */
export interface Plan {
  readonly token: string;
  readonly today: string;
  readonly ledgers: readonly { readonly id: string; readonly acts: readonly Act[] }[];
}

/** What the page says at its end. */
export interface Report {
  readonly error?: string;
  readonly reloads: number;
  readonly ledgers: readonly {
    readonly id: string;
    /** By device: what it has, and whether its outbox is empty and the server's digest its own. */
    readonly states: readonly string[];
    readonly isClean: boolean;
    readonly keptOverReload: boolean;
  }[];
}

const DEVICES = 2;

async function run(plan: Plan): Promise<Report | null> {
  const before = sessionStorage.getItem("pending");
  const pending: string[][] = [];
  const ledgers: Report["ledgers"][number][] = [];
  for (const [place, { id, acts }] of plan.ledgers.entries()) {
    const devices = await Promise.all(Array.from({ length: DEVICES }, (_, nth) => open(plan, id, nth)));
    const half = Math.ceil(acts.length / 2);
    if (before === null) {
      await begin(devices[0] as Editor, plan.today);
      for (const { replica } of devices) await replica.sync();
      for (const act of acts.slice(0, half)) await perform(devices, act, plan.today);
      pending.push(await pendingOf(devices));
      continue;
    }
    const kept = JSON.parse(before) as string[][];
    const keptOverReload = JSON.stringify(await pendingOf(devices)) === JSON.stringify(kept[place]);
    for (const act of acts.slice(half)) await perform(devices, act, plan.today);
    await settle(devices, plan.today);
    const states = await Promise.all(devices.map(({ replica }) => stateAsText(replica, plan.today)));
    ledgers.push({ id, states, isClean: await isClean(devices), keptOverReload });
  }
  if (before !== null) return { reloads: 1, ledgers };
  // Everything that is not in IndexedDB is gone then.
  sessionStorage.setItem("pending", JSON.stringify(pending));
  location.reload();
  return null;
}

async function open({ token }: Plan, ledgerId: string, nth: number): Promise<Editor> {
  const keeper = { load: async () => ({ accessToken: token, refreshToken: "" }), save: async () => {} };
  const session = new Session({ fetch: fetch.bind(window), server: location.origin }, keeper);
  const store = await IndexedDbStore.open(`${ledgerId}-${nth}`);
  const api = new LedgerApi(session, ledgerId);
  return { replica: new Replica({ store, api, surroundings: realSurroundings }), deleted: [] };
}

async function perform(devices: readonly Editor[], act: Act, today: string): Promise<void> {
  const device = devices[act.device % devices.length] as Editor;
  if ("edit" in act) await performEdit(device, act.edit, today);
  if (act.kind === "sync together") await Promise.all(devices.map(({ replica }) => replica.sync()));
  else if (act.kind !== "edit") await device.replica.sync();
}

async function pendingOf(devices: readonly Editor[]): Promise<string[]> {
  const rows = await Promise.all(devices.map(({ replica }) => replica.pending()));
  return rows.flat().map(({ operation }) => JSON.stringify(operation));
}

async function settle(devices: readonly Editor[], today: string): Promise<void> {
  for (let round = 0; round < 4; round++) {
    for (const { replica } of devices) {
      await replica.sync();
      for (const [place, issue] of (await replica.issues()).entries()) {
        const decisions = round === 0 ? choices(issue) : (["theirs"] as const);
        await replica.decide(issue.key, decisions[place % decisions.length] ?? "theirs", today);
      }
    }
  }
  for (const { replica } of devices) await replica.sync();
}

async function isClean(devices: readonly Editor[]): Promise<boolean> {
  for (const { replica } of devices) {
    const checked = await replica.check();
    const isEqual = checked.ok && checked.value.repaired.length === 0 && checked.value.remaining.accounts.length === 0;
    if (!isEqual || (await replica.pending()).length > 0 || (await replica.issues()).length > 0) return false;
  }
  return true;
}

async function main(): Promise<void> {
  const plan = (await (await fetch("/plan")).json()) as Plan;
  const report = await run(plan).catch(
    (error: Error): Report => ({ error: `${error.stack}`, reloads: 0, ledgers: [] }),
  );
  if (report) await fetch("/report", { method: "POST", body: JSON.stringify(report) });
}

void main();
