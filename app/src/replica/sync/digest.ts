import type { LedgerApi } from "../api/ledger-api.ts";
import type { Answer } from "../api/problems.ts";
import type { Digest } from "../api/wire.ts";
import { type EntityRow, KINDS, type Kind } from "../entities.ts";
import { sidesOf } from "../money/entries.ts";
import type { Reading } from "../store/store.ts";
import { type Anchor, balancesOf } from "../sums/balances.ts";
import { entryOf } from "./rows.ts";
import { sha256Head } from "./sha256.ts";

/** What differs between a copy and the server. */
export interface Differences {
  readonly kinds: readonly Kind[];
  /** Accounts whose balances or numbers of entries differ. */
  readonly accounts: readonly string[];
}

/** The digest of each kind of a copy, computed as the server does. */
export class Digests {
  private readonly sums = new Map<Kind, { count: number; high: number; low: number }>();

  add(rows: Iterable<EntityRow>): void {
    for (const { kind, id, version } of rows) {
      const sum = this.sums.get(kind) ?? { count: 0, high: 0, low: 0 };
      const [high, low] = sha256Head(`${kind}:${id}:${version}`);
      this.sums.set(kind, { count: sum.count + 1, high: sum.high ^ high, low: sum.low ^ low });
    }
  }

  of(kind: Kind): { readonly count: number; readonly hash: string } | undefined {
    const sum = this.sums.get(kind);
    return sum && { count: sum.count, hash: hex(sum.high) + hex(sum.low) };
  }
}

const PART = 1000;

/** Everything as the server has it, without the pending operations; part by part, since a long ledger would fill the memory. */
export async function* partsOnServer(tables: Reading): AsyncGenerator<EntityRow[]> {
  const base = new Map((await tables.range("base")).map(({ key, row }) => [key, row]));
  for (let from: string | null = ""; from !== null; ) {
    const rows: EntityRow[] = await tables.range("entities", from, undefined, PART);
    yield rows.filter(({ key }) => !base.has(key));
    const last = rows.at(-1);
    from = last && rows.length === PART ? `${last.key}\0` : null;
  }
  yield [...base.values()].filter((row) => row !== null);
}

export async function differences(tables: Reading, theirs: Digest): Promise<Differences> {
  const mine = new Digests();
  const anchors = new Map<string, Anchor>();
  for await (const rows of partsOnServer(tables)) {
    mine.add(rows);
    for (const { kind, id, data } of rows) if (kind === "account") anchors.set(id, data as unknown as Anchor);
  }
  const kinds = KINDS.filter(
    (kind) => mine.of(kind)?.hash !== theirs.kinds[kind]?.hash || mine.of(kind)?.count !== theirs.kinds[kind]?.count,
  );
  const accounts: string[] = [];
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
