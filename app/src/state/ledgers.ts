import { computed, type Signal, signal } from "@preact/signals";
import { type Begun, begin, type Command, type Replica, realSurroundings, WatchedStore } from "../replica/index.ts";
import { IndexedDbStore } from "../replica/store/indexeddb.ts";
import { replicaOf, sessionOf } from "./connection.ts";
import { changeUser, type KnownLedger, ledger, storeNameOf, user } from "./device.ts";
import { today } from "./today.ts";

/** A copy that is open, and a count that grows with whatever is written to it, in this tab or another. */
export interface OpenLedger {
  readonly id: string;
  readonly replica: Replica;
  readonly written: Signal<number>;
}

const opened = signal<ReadonlyMap<string, OpenLedger>>(new Map());
const opening = new Map<string, Promise<OpenLedger>>();

/** The ledger on the screen, once its store is open. */
export const current = computed(() => (ledger.value ? (opened.value.get(ledger.value.store) ?? null) : null));

/** The ledger on the screen is not the user's any more. */
export const gone = signal(false);

/** Whether the user may change it. */
export const canWrite = computed(() => ledger.value !== null && ledger.value.role !== "viewer" && !gone.value);

export function openReplicas(): readonly Replica[] {
  return [...opened.value.values()].map(({ replica }) => replica);
}

export function openLedger(known: KnownLedger, owner: string): Promise<OpenLedger> {
  let promise = opening.get(known.store);
  if (!promise) {
    promise = open(known, owner);
    opening.set(known.store, promise);
    // A store that could not be opened now may open at the next try.
    promise.catch(() => opening.delete(known.store));
  }
  return promise;
}

async function open({ id, store: name }: KnownLedger, owner: string): Promise<OpenLedger> {
  const written = signal(0);
  const channel = new BroadcastChannel(name);
  const store = new WatchedStore(await IndexedDbStore.open(name), () => {
    written.value++;
    channel.postMessage(null);
  });
  channel.addEventListener("message", () => written.value++);
  const one = { id, replica: replicaOf(sessionOf(owner), id, store), written };
  opened.value = new Map([...opened.value, [name, one]]);
  return one;
}

/**
 * A ledger of the user's own, on the device first; it goes to the server when there is one. It is nobody's before all that it begins with is
 * in it, so that a page which goes meanwhile leaves nothing half made behind.
 */
export async function beginLedger(
  { id, name, currency, savedAs }: Begun & Pick<KnownLedger, "savedAs">,
  commands: readonly Command[] = [],
): Promise<OpenLedger> {
  const owner = user.value;
  if (!owner) throw new Error("Nobody is here to begin a ledger.");
  const begun = owner.ledgers.find((ledger) => ledger.id === id);
  // Another tab was first with the same plan.
  if (begun) return openLedger(begun, owner.id);
  const known: KnownLedger = {
    id,
    name,
    currency,
    role: "owner",
    store: storeNameOf(owner.id, id),
    begunAs: name,
    ...(savedAs === undefined ? {} : { savedAs }),
  };
  // What an earlier try was interrupted in.
  await closeLedger(known.store);
  await IndexedDbStore.delete(known.store);
  const one = await openLedger(known, owner.id);
  await begin(one.replica.store, { id, name, currency }, realSurroundings);
  if (commands.length > 0) await one.replica.performAll(commands, today.value);
  const { ledgers } = user.value ?? owner;
  changeUser(owner.id, { ledgers: [...ledgers, known], ledgerId: id });
  return one;
}

export async function closeLedgers(): Promise<void> {
  const all = [...opened.value.values()];
  opened.value = new Map();
  opening.clear();
  for (const { replica } of all) await replica.store.close();
}

export async function closeLedger(store: string): Promise<void> {
  const one = opened.value.get(store);
  opened.value = new Map([...opened.value].filter(([name]) => name !== store));
  opening.delete(store);
  await one?.replica.store.close();
}
