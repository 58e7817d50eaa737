import type { LedgerApi } from "../api/ledger-api.ts";
import type { Answer } from "../api/problems.ts";
import type { Digest } from "../api/wire.ts";
import { type EntityRow, KINDS, type Kind } from "../entities.ts";
import { sidesOf } from "../money/entries.ts";
import type { Reading } from "../store/store.ts";
import { type Anchor, balancesOf } from "../sums/balances.ts";
import { entryOf } from "./rows.ts";
import { sha256Head } from "./sha256.ts";

export type KindDigests = Readonly<Record<string, { readonly count: number; readonly hash: string }>>;

/** What differs between a copy and the server. */
export interface Differences {
  readonly kinds: readonly Kind[];
  /** Accounts whose balances or numbers of entries differ. */
  readonly accounts: readonly string[];
}

/** The digest of each kind of a copy, computed as the server does. */
export function digestsOf(rows: Iterable<EntityRow>): KindDigests {
  const sums = new Map<Kind, { count: number; high: number; low: number }>();
  for (const { kind, id, version } of rows) {
    const sum = sums.get(kind) ?? { count: 0, high: 0, low: 0 };
    const [high, low] = sha256Head(`${kind}:${id}:${version}`);
    sums.set(kind, { count: sum.count + 1, high: sum.high ^ high, low: sum.low ^ low });
  }
  const digests = [...sums].map(
    ([kind, { count, high, low }]) => [kind, { count, hash: hex(high) + hex(low) }] as const,
  );
  return Object.fromEntries(digests);
}

/** Everything as the server has it, without the pending operations. */
export async function rowsOnServer(tables: Reading): Promise<EntityRow[]> {
  const rows = new Map((await tables.range("entities")).map((row) => [row.key, row]));
  for (const { key, row } of await tables.range("base")) {
    if (row) rows.set(key, row);
    else rows.delete(key);
  }
  return [...rows.values()];
}

export async function differences(tables: Reading, theirs: Digest): Promise<Differences> {
  const rows = await rowsOnServer(tables);
  const mine = digestsOf(rows);
  const kinds = KINDS.filter(
    (kind) => mine[kind]?.hash !== theirs.kinds[kind]?.hash || mine[kind]?.count !== theirs.kinds[kind]?.count,
  );
  const accounts: string[] = [];
  const anchors = new Map(
    rows.filter(({ kind }) => kind === "account").map(({ id, data }) => [id, data as unknown as Anchor]),
  );
  const [balances, pending] = [await balancesOf(tables, [...anchors.values()]), await movedByPending(tables)];
  for (const { id, balance, clearedBalance, entries } of theirs.accounts) {
    const figures = balances.get(id);
    const offset = pending(anchors.get(id));
    // Compared as JSON's numbers are, which of balances beyond 2^53 are the nearest that there is.
    const isEqual =
      figures !== undefined &&
      Number(figures.balance - offset.balance) === balance &&
      Number(figures.clearedBalance - offset.cleared) === clearedBalance &&
      figures.entries - offset.entries === entries;
    if (!isEqual) accounts.push(id);
  }
  return { kinds, accounts };
}

/** What the pending operations add to the figures of an account, beside what the server has. */
async function movedByPending(tables: Reading) {
  const base = await tables.range("base");
  const seen = await Promise.all(base.map(({ key }) => tables.get("entities", key)));
  const parts = base.flatMap(({ row }, place) => [...signed(seen[place], 1), ...signed(row, -1)]);
  return (account: Anchor | undefined) => {
    const offset = { balance: 0n, cleared: 0n, entries: 0 };
    for (const { side, sign } of parts) {
      if (side.accountId !== account?.id) continue;
      offset.entries += sign;
      if (side.date < account.openedOn) continue;
      offset.balance += BigInt(sign * side.amount);
      if (side.status !== "pending") offset.cleared += BigInt(sign * side.amount);
    }
    return offset;
  };
}

function signed(row: EntityRow | null | undefined, sign: 1 | -1) {
  const entry = entryOf(row);
  return entry ? sidesOf(entry).map((side) => ({ side, sign })) : [];
}

/** The server's digest, of the very state that the copy has: null where the ledger has moved on meanwhile. */
export async function digestAt(api: LedgerApi, cursor: string | null): Promise<Answer<Digest | null>> {
  const answer = await api.digest();
  return answer.ok && answer.value.cursor !== cursor ? { ...answer, value: null } : answer;
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
}
