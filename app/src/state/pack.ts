import type { Fact } from "../prediction/predict.ts";
import type { Replica } from "../replica/index.ts";
import type { Reference } from "./reference.ts";

/** All that an entry needs to be typed: read in one go, before the ledger's store is open. */
export interface EntryPack {
  readonly reference: Pick<Reference, "accounts" | "categories" | "members">;
  /** Of recent entries, newest first, from which categories are predicted. */
  readonly facts: readonly Fact[];
}

const MOST_FACTS = 300;
const keyOf = (ledgerId: string) => `mybudget.pack.${ledgerId}`;
const packs = new Map<string, EntryPack | null>();

export function readPack(ledgerId: string): EntryPack | null {
  let pack = packs.get(ledgerId);
  if (pack === undefined) {
    try {
      pack = JSON.parse(localStorage.getItem(keyOf(ledgerId)) ?? "null") as EntryPack | null;
    } catch {
      pack = null;
    }
    packs.set(ledgerId, pack);
  }
  return pack;
}

export function forgetPack(ledgerId: string): void {
  packs.set(ledgerId, null);
  localStorage.removeItem(keyOf(ledgerId));
}

export async function writePack(replica: Replica, { accounts, categories, members }: Reference): Promise<void> {
  const { items } = await replica.transactions({ limit: MOST_FACTS });
  const facts = items.filter(({ transfer, splits }) => !transfer && splits.length === 0).map(factOf);
  const pack = { reference: { accounts, categories, members }, facts };
  packs.set(replica.ledgerId, pack);
  try {
    localStorage.setItem(keyOf(replica.ledgerId), JSON.stringify(pack));
  } catch {
    // Where nothing more can be kept, an entry waits for the store.
  }
}

function factOf(entry: Awaited<ReturnType<Replica["transactions"]>>["items"][number]): Fact {
  const { accountId, amount, date, payee, categoryId, createdAt, tags } = entry;
  return {
    accountId,
    amount,
    date,
    createdAt,
    ...(payee ? { payee } : {}),
    ...(categoryId ? { categoryId } : {}),
    ...(tags.length > 0 ? { tags } : {}),
  };
}
