import {
  type Command,
  type Entities,
  type Entry,
  type JsonObject,
  type Replica,
  sidesOf,
} from "../../replica/index.ts";
import type { Item } from "./compare.ts";

type Transaction = Entities["transaction"];

export interface Unreconciled extends Omit<Item, "isTicked"> {
  readonly entry: Transaction;
  /** The bank has not confirmed it, as far as is known here. */
  readonly isPending: boolean;
}

export interface Uncompared {
  readonly items: readonly Unreconciled[];
  /** What is there without them: reconciled already, and the opening balance. */
  readonly settled: bigint;
  /** From before the account was opened: they change no balance of its days, but are reconciled with the others. */
  readonly earlier: readonly Unreconciled[];
  /** The account has more entries than were looked through. */
  readonly isCut: boolean;
}

const PAGE = 500;
const MOST = 10_000;

/** The entries of an account up to a day that no statement agreed with, newest first. */
export async function uncompared(replica: Replica, accountId: string, on: string): Promise<Uncompared> {
  const balance = (await replica.balances(on)).get(accountId);
  const account = await replica.find("account", accountId);
  const items: Unreconciled[] = [];
  const earlier: Unreconciled[] = [];
  let counted = 0n;
  let looked = 0;
  let before: Awaited<ReturnType<Replica["transactions"]>>["next"] = null;
  do {
    const page = await replica.transactions({ account: accountId, limit: PAGE, ...(before ? { before } : {}) });
    for (const entry of page.items) {
      const found = itemOf(entry, accountId, on, account?.openedOn ?? "");
      const old = found ? null : itemOf(entry, accountId, on, "");
      if (old) earlier.push(old.item);
      if (!found) continue;
      items.push(found.item);
      if (!found.item.isPending) counted += found.counted;
    }
    looked += page.items.length;
    before = page.next;
  } while (before && looked < MOST);
  return { items, settled: (balance?.clearedBalance ?? 0n) - counted, earlier, isCut: before !== null };
}

/** Null where it is reconciled already, is later, or from before the account was opened, so that it changes no balance. */
function itemOf(entry: Transaction, accountId: string, on: string, openedOn: string) {
  const sides = sidesOf(entry as unknown as Entry).filter(
    (side) => side.accountId === accountId && side.date <= on && side.date >= openedOn && side.status !== "reconciled",
  );
  const [first] = sides;
  if (!first) return null;
  const amount = sides.reduce((sum, side) => sum + BigInt(side.amount), 0n);
  const isPending = sides.some(({ status }) => status === "pending");
  const item: Unreconciled = { id: entry.id, date: first.date, amount, payee: entry.payee ?? "", entry, isPending };
  return { item, counted: amount };
}

/** Makes the entry's side in the account confirmed, or unconfirmed again; its other side stays as it is. */
export function confirming({ entry }: Unreconciled, accountId: string, isConfirmed: boolean): Command {
  const status = isConfirmed ? "cleared" : "pending";
  return { type: "transaction.revise", entityId: entry.id, data: statusIn(entry, accountId, status) };
}

function statusIn(entry: Transaction, accountId: string, status: "cleared" | "pending"): JsonObject {
  const { transfer, splits } = entry;
  if (entry.accountId === accountId) {
    return { status, ...(transfer && !transfer.status ? { transfer: { status: entry.status } } : {}) };
  }
  if (transfer?.accountId === accountId) return { transfer: { status } };
  const parts = splits.map((part) =>
    part.transfer?.accountId === accountId ? { ...part, transfer: { ...part.transfer, status } } : part,
  );
  return { splits: parts as unknown as JsonObject[] };
}
