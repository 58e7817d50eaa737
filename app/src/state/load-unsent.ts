import { tellReceipts } from "../receipts/counting.ts";
import { findReceipt, keepReceipt } from "../receipts/kept.ts";
import { kept, type SavedReceipt } from "../receipts/saved.ts";
import { begin, newId, realSurroundings } from "../replica/index.ts";
import { MemoryStore } from "../replica/store/memory.ts";
import { sha256Head } from "../replica/sync/sha256.ts";
import { canTakeIn, takeIn } from "../replica/sync/take-in.ts";
import { type KnownLedger, type KnownUser, NOBODY, user } from "./device.ts";
import { beginLedger, openLedger } from "./ledgers.ts";
import { refreshLedgers, syncSoon } from "./sync.ts";
import { type Given, readUnsent, type UnsentFault, type UnsentPart } from "./unsent-file.ts";

export interface Loaded {
  readonly taken: number;
  /** What was here already. */
  readonly known: number;
  /** Names of ledgers that are not the user's, or not on this device. */
  readonly others: readonly string[];
  /** A ledger was begun of it, and is on the screen now. */
  readonly isBegun: boolean;
}

export type LoadFault = UnsentFault | "somebodyElse";

/** Where a part of the file goes, and what goes there. */
interface Target {
  readonly ledger: KnownLedger | (Parameters<typeof beginLedger>[0] & { readonly store?: never });
  readonly given: readonly Given[];
}

/** Takes in what a file has that was saved before it could be sent, and has it sent. */
export async function loadUnsent(file: Blob): Promise<Loaded | LoadFault> {
  const read = readUnsent(await file.text());
  if (typeof read === "string") return read;
  // Without an account it was nobody's in particular, and goes where its ledger went.
  const isNobodys = read.userId === NOBODY;
  if (read.userId !== user.value?.id && !isNobodys) return "somebodyElse";
  // The user may have taken it in on another device.
  if (isNobodys && user.value && read.parts.some((part) => !knownAs(part, user.value))) await refreshLedgers();
  const owner = user.value;
  if (!owner) return "somebodyElse";
  const all = read.parts.map((part) => ({ part, target: targetOf(part, owner, isNobodys) }));
  for (const { target } of all) if (target && !(await isTakeable(target, owner))) return "damaged";
  let [taken, known, isBegun] = [0, 0, false];
  const others: string[] = [];
  for (const { part, target } of all) {
    if (!target) {
      others.push(part.name);
      continue;
    }
    const { ledger, given } = target;
    isBegun ||= ledger.store === undefined;
    const { replica } = ledger.store === undefined ? await beginLedger(ledger) : await openLedger(ledger, owner.id);
    const came = await takeIn(replica.store, given);
    const receipts = await takeReceipts(part.receipts ?? [], owner.id, ledger.id);
    taken += came + receipts;
    known += given.length - came + (part.receipts?.length ?? 0) - receipts;
    syncSoon(replica);
  }
  return { taken, known, others, isBegun };
}

/** @returns How many were not here. */
async function takeReceipts(receipts: readonly SavedReceipt[], owner: string, ledgerId: string): Promise<number> {
  let taken = 0;
  for (const receipt of receipts) {
    if (await findReceipt(receipt.id)) continue;
    await keepReceipt(kept(receipt, owner, ledgerId));
    taken++;
  }
  if (taken > 0) await tellReceipts();
  return taken;
}

function targetOf(part: UnsentPart, owner: KnownUser, isNobodys: boolean): Target | null {
  const { ledgerId, name, begunIn } = part;
  const ledger = knownAs(part, owner);
  if (ledger) return { ledger, given: withLedger(part, ledger.id) };
  if (begunIn === undefined) return null;
  if (!isNobodys) return { ledger: { id: ledgerId, name, currency: begunIn }, given: part.given };
  const id = idUnder(ledgerId, owner.id);
  return { ledger: { id, name, currency: begunIn, savedAs: ledgerId }, given: withLedger(part, id) };
}

function knownAs({ ledgerId }: UnsentPart, owner: KnownUser | null): KnownLedger | undefined {
  if (!owner) return undefined;
  const ids = [ledgerId, ...(owner.id === NOBODY ? [] : [idUnder(ledgerId, owner.id)])];
  return owner.ledgers.find(({ id, savedAs }) => ids.includes(id) || savedAs === ledgerId);
}

/**
 * Several people can load the same file of nobody's, and each needs a ledger of their own: the server gives an id to one alone. Whose it
 * is then has the same id on each of their devices. Nobody can be anybody, so there it is another each time.
 */
function idUnder(ledgerId: string, owner: string): string {
  if (owner === NOBODY) return newId(realSurroundings);
  const hex = [0, 1]
    .flatMap((half) => sha256Head(`${ledgerId} ${owner} ${half}`))
    .map((word) => (word >>> 0).toString(16).padStart(8, "0"))
    .join("");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)];
  return parts.join("-");
}

/** What is said of the ledger itself names it. */
function withLedger({ ledgerId, given }: UnsentPart, id: string): readonly Given[] {
  if (id === ledgerId) return given;
  return given.map((one) =>
    one.operation.type === "ledger.revise" ? { ...one, operation: { ...one.operation, entityId: id } } : one,
  );
}

async function isTakeable({ ledger, given }: Target, owner: KnownUser): Promise<boolean> {
  if (ledger.store !== undefined) return canTakeIn((await openLedger(ledger, owner.id)).replica.store, given);
  const trial = new MemoryStore();
  await begin(trial, ledger, realSurroundings);
  return canTakeIn(trial, given);
}
