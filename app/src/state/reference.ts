import { computed, effect, signal } from "@preact/signals";
import type { Entities, Replica } from "../replica/index.ts";
import { ledger, user } from "./device.ts";
import { report } from "./faults.ts";
import { current } from "./ledgers.ts";
import { readPack, writePack } from "./pack.ts";

export type Account = Entities["account"];
export type Category = Entities["category"];
export type Member = Entities["member"];

/** What nearly every screen needs of a ledger: few rows, in memory. */
export interface Reference {
  readonly ledgerId: string;
  readonly currency: string;
  readonly accounts: readonly Account[];
  readonly categories: readonly Category[];
  readonly members: readonly Member[];
}

const loaded = signal<Reference | null>(null);

/** From the entry pack until the store has answered, so that an entry can be typed at once. */
export const reference = computed<Reference | null>(() => {
  const known = ledger.value;
  if (!known) return null;
  if (loaded.value?.ledgerId === known.id) return loaded.value;
  const pack = readPack(known.id);
  return pack && { ledgerId: known.id, currency: known.currency, ...pack.reference };
});

export const accounts = computed(() => byId(reference.value?.accounts ?? []));
export const categories = computed(() => byId(reference.value?.categories ?? []));

/** Those that money can be moved in now. */
export const openAccounts = computed(() => (reference.value?.accounts ?? []).filter(({ closed }) => !closed));

export function startReference(): void {
  effect(() => {
    const one = current.value;
    if (one && one.written.value >= 0) void load(one.id, one.replica);
  });
}

let isLoading = false;
let isStale = false;

async function load(ledgerId: string, replica: Replica): Promise<void> {
  if (isLoading) {
    isStale = true;
    return;
  }
  isLoading = true;
  try {
    await read(ledgerId, replica);
  } catch (error) {
    // One that was closed meanwhile is not read any more.
    if (current.peek()?.replica === replica) report(error, "corrupt");
  } finally {
    isLoading = false;
  }
  if (isStale) {
    isStale = false;
    const now = current.peek();
    if (now) await load(now.id, now.replica);
  }
}

async function read(ledgerId: string, replica: Replica): Promise<void> {
  const [accounts, categories, members] = await Promise.all([
    replica.all("account"),
    replica.all("category"),
    replica.all("member"),
  ]);
  const known = ledger.peek();
  if (known?.id === ledgerId) {
    loaded.value = {
      ledgerId,
      currency: known.currency,
      accounts: accounts.sort(inOrder),
      categories: categories.sort(inOrder),
      members,
    };
    if (!user.peek()?.isSignedOut) await writePack(replica, loaded.value);
  }
}

/** As the server lists them: by position, then by name. */
function inOrder(
  left: { readonly position?: number | null; readonly name: string },
  right: { readonly position?: number | null; readonly name: string },
): number {
  const [first, second] = [left.position ?? Number.MAX_SAFE_INTEGER, right.position ?? Number.MAX_SAFE_INTEGER];
  return first - second || left.name.localeCompare(right.name);
}

function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.id, one]));
}

/** By their user, as entities name them. */
export const members = computed(() => new Map((reference.value?.members ?? []).map((one) => [one.userId, one])));
