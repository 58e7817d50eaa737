import { computed, effect, signal } from "@preact/signals";
import { placeOf, receiptsHere } from "../receipts/counted.ts";
import { type Answer, Live, ledgersOf, type Replica, realSurroundings } from "../replica/index.ts";
import { reach, sessionOf } from "./connection.ts";
import { changeLedger, changeUser, type KnownLedger, ledger, NOBODY, storeNameOf, user } from "./device.ts";
import { countUnread } from "./inbox.ts";
import { current, gone, openLedger, openReplicas } from "./ledgers.ts";
import { type Refusals, refusalsAfter } from "./refusals.ts";
import { oldestUnsent } from "./storage.ts";

/** Operations of the ledger on the screen that the server has not acknowledged, and those that somebody has to decide about. */
export const pending = signal(0);
export const issues = signal(0);
/** What was done together with changes of others, until somebody looks. */
export const merged = signal(0);
/** There is more on the server than ever came here: sums are not those of the ledger yet. */
export const isPartial = signal(false);
const refusals = signal<Refusals>({});
/** Why the server takes nothing of the ledger on the screen: neither what waits, nor, where it was begun here, the ledger itself. */
export const whyNotTaken = computed(() => refusals.value[ledger.value?.id ?? ""]);
export { gone };

const waiting = signal<ReadonlySet<string>>(new Set());
const NONE: ReadonlySet<string> = new Set();

/** Entries of which something waits to be sent, where it ever will be. */
export const unsent = computed(() => (user.value?.id === NOBODY || gone.value ? NONE : waiting.value));

export type SyncState = "local" | "signedOut" | "needsYou" | "tooOld" | "offline" | "loading" | "sending" | "upToDate";

export const syncState = computed<SyncState>(() => {
  if (user.value?.id === NOBODY) return "local";
  if (user.value?.isSignedOut) return "signedOut";
  if (issues.value > 0 || gone.value || whyNotTaken.value) return "needsYou";
  if (reach.value === "tooOld") return "tooOld";
  if (reach.value === "offline" || reach.value === "unreachable" || reach.value === "busy") return "offline";
  if (isPartial.value) return "loading";
  return pending.value > 0 ? "sending" : "upToDate";
});

let live: { readonly userId: string; readonly loop: Live } | null = null;

/** Keeps the copies of the user of this device up to date from now on. */
export function startSync(): void {
  effect(() => {
    const known = user.value;
    const isOnline = known !== null && known.id !== NOBODY && !known.isSignedOut;
    if (live && (!isOnline || live.userId !== known.id)) {
      live.loop.stop();
      live = null;
    }
    if (isOnline && !live) start(known.id);
  });
  effect(() => {
    const one = current.value;
    if (!one || one.written.value < 0 || !receiptsHere.value) return;
    void count(one.replica).catch((error: unknown) => {
      // One that was closed meanwhile has nothing to be counted.
      if (current.peek() === one) throw error;
    });
  });
  addEventListener("online", () => void syncNow());
  addEventListener("offline", () => {
    reach.value = "offline";
  });
  addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void syncNow();
  });
}

/** Sends what waits and reads what is new, of every ledger. */
export async function syncNow(): Promise<void> {
  const known = user.value;
  if (!live || !known) return;
  await createBegun(known.id, known.ledgers);
  await refreshLedgers();
  const begun = new Set(user.value?.ledgers.filter(({ begunAs }) => begunAs !== undefined).map(({ id }) => id));
  for (const replica of openReplicas()) {
    // The server does not know it yet, and would say that it is gone.
    if (!begun.has(replica.ledgerId)) await live?.loop.sync(replica);
  }
}

/** After something was done on the device: it goes out at once if it can. */
export function syncSoon(replica: Replica): void {
  const known = user.value;
  if (!live || !known) return;
  const begun = known.ledgers.find(({ id }) => id === replica.ledgerId)?.begunAs;
  if (begun === undefined) void live.loop.sync(replica);
  else void syncNow();
}

function start(id: string): void {
  const loop = new Live({
    session: sessionOf(id),
    replicas: openReplicas,
    surroundings: realSurroundings,
    onSynced: (ledgerId, answer) => {
      met(ledgerId, answer);
      const { waiting = 0, refused = 0 } = receiptsHere.peek()[placeOf(id, ledgerId)] ?? {};
      if (answer.ok && waiting + refused > 0) void sendReceipts(id, ledgerId);
    },
    onEvent: ({ type }) => {
      if (type === "inbox") void countUnread();
      if (type === "ledgers") void refreshLedgers();
    },
  });
  live = { userId: id, loop };
  void loop.run();
  void syncNow();
}

/** After the entries that they belong to. */
async function sendReceipts(owner: string, ledgerId: string): Promise<void> {
  const replica = openReplicas().find((one) => one.ledgerId === ledgerId);
  const send = await import("../receipts/send.ts").catch(() => null);
  // What became of the entry is read then.
  if (replica && (await send?.sendReceipts(replica, owner))) void live?.loop.sync(replica);
}

/** What begun here is made on the server with the same id, before anything in it is sent. */
async function createBegun(owner: string, ledgers: readonly KnownLedger[]): Promise<void> {
  for (const { id, begunAs, currency } of ledgers) {
    if (begunAs === undefined) continue;
    // What no keyboard types, but a paste may bring along.
    const name = begunAs.replace(/[\p{Cc}\p{Cs}]/gu, " ").trim();
    const body = { id, name, currency, starterCategories: false };
    const answer = await sessionOf(owner).request({ method: "POST", path: "ledgers", body });
    met(id, answer);
    if (answer.ok) changeBegun(id);
  }
}

function changeBegun(id: string): void {
  const known = user.value?.ledgers.find((ledger) => ledger.id === id);
  if (!known || !user.value) return;
  const { begunAs: _, ...rest } = known;
  changeUser(user.value.id, { ledgers: user.value.ledgers.map((ledger) => (ledger.id === id ? rest : ledger)) });
}

/** Which ledgers the user has, and each of them open, so that all can be used offline. */
export async function refreshLedgers(): Promise<void> {
  const known = user.value;
  if (!known || known.id === NOBODY) return;
  const answer = await ledgersOf(sessionOf(known.id));
  met("", answer);
  const added = new Set<string>();
  if (answer.ok && user.value?.id === known.id) {
    for (const { id, name, currency, role } of answer.value) {
      const before = user.value.ledgers.find((ledger) => ledger.id === id);
      if (!before) {
        const joined: KnownLedger = { id, name, currency: String(currency), role, store: storeNameOf(known.id, id) };
        changeUser(known.id, { ledgers: [...user.value.ledgers, joined] });
        added.add(id);
      } else if (before.name !== name || before.role !== role) changeLedger(id, { name, role });
    }
  }
  for (const ledger of user.value?.ledgers ?? []) {
    const { replica } = await openLedger(ledger, known.id);
    // What was told of it came before there was a copy to read it into.
    if (added.has(ledger.id)) void live?.loop.sync(replica);
  }
}

function met(ledgerId: string, answer: Answer<unknown>): void {
  refusals.value = refusalsAfter(refusals.value, ledgerId, answer);
  if (answer.ok) reach.value = "reached";
  else if (answer.reason === "refused") reach.value = answer.problem.status === 426 ? "tooOld" : "reached";
  else if (answer.reason !== "signedOut") reach.value = answer.reason;
}

async function count(replica: Replica): Promise<void> {
  const [rows, undecided, progress, together] = await Promise.all([
    replica.pending(),
    replica.issues(),
    replica.progress(),
    replica.merged(),
  ]);
  if (current.peek()?.replica !== replica) return;
  const receipts = receiptsHere.peek()[placeOf(user.peek()?.id ?? "", replica.ledgerId)];
  pending.value = rows.length + (receipts?.waiting ?? 0);
  oldestUnsent.value = rows[0]?.at ?? null;
  const ids = rows.filter(({ operation }) => operation.type.startsWith("transaction."));
  waiting.value = changed(waiting.peek(), new Set(ids.map(({ operation }) => operation.entityId)));
  issues.value = undecided.length + (receipts?.refused ?? 0);
  gone.value = progress.gone;
  merged.value = together;
  const begun = user.peek()?.ledgers.find(({ id }) => id === replica.ledgerId)?.begunAs;
  isPartial.value = !progress.complete && begun === undefined;
  const { sentIn = progress.download } = receipts ?? {};
  // Everything was read anew, as of a server that was restored.
  if (live && progress.complete && sentIn !== progress.download) void sendReceipts(live.userId, replica.ledgerId);
}

/** The same set while it has the same in it, so that lists are not drawn again for nothing. */
function changed(known: ReadonlySet<string>, now: ReadonlySet<string>): ReadonlySet<string> {
  return known.size === now.size && [...now].every((id) => known.has(id)) ? known : now;
}
