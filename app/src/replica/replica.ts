import type { LedgerApi } from "./api/ledger-api.ts";
import type { Answer } from "./api/problems.ts";
import { type Entities, type EntityRow, entityOf, type Kind, keyOf } from "./entities.ts";
import type { Surroundings } from "./ids.ts";
import type { JsonObject } from "./json.ts";
import { type ChangedLines, linesSince, type Stamps } from "./lines/keeper.ts";
import type { BudgetStatus } from "./money/budget.ts";
import type { Day } from "./money/dates.ts";
import { deletedIn } from "./outbox/deleted.ts";
import { type IssueRow, kindOf, type OutboxRow, type Outcome } from "./outbox/operation.ts";
import { listedAt } from "./store/lists.ts";
import { Lock } from "./store/lock.ts";
import { type ListQuery, type Place, type Reading, type Store, under } from "./store/store.ts";
import { type Balance, balancesOf, type Movement, movementsOf } from "./sums/balances.ts";
import { statusesOn } from "./sums/statuses.ts";
import type { Checked } from "./sync/check.ts";
import { type Command, giveAll } from "./sync/commands.ts";
import { type Decision, decide } from "./sync/decisions.ts";
import { discard } from "./sync/discard.ts";
import { forgetMerged, mergedIn, type Progress, progressOf } from "./sync/meta.ts";
import { type Synced, synchronise } from "./sync/synchronise.ts";

export interface ReplicaOptions {
  readonly store: Store;
  readonly api: LedgerApi;
  readonly surroundings: Surroundings;
}

/** A copy of a ledger that can be read and changed without a network, and agrees with the server whenever there is one. */
export class Replica {
  readonly store: Store;
  private readonly api: LedgerApi;
  private readonly surroundings: Surroundings;
  private readonly lock = new Lock();

  constructor({ store, api, surroundings }: ReplicaOptions) {
    this.store = store;
    this.api = api;
    this.surroundings = surroundings;
  }

  get ledgerId(): string {
    return this.api.ledgerId;
  }

  /** Done here when the promise is kept, and sent by the next `sync`. The day is the user's today. */
  async perform(command: Command, today: Day): Promise<OutboxRow> {
    const [row] = await this.performAll([command], today);
    return row as OutboxRow;
  }

  /** All of them or none. */
  async performAll(commands: readonly Command[], today: Day): Promise<OutboxRow[]> {
    const meant = commands.map((command) =>
      command.type === "ledger.revise" ? { ...command, entityId: this.ledgerId } : command,
    );
    return this.store.write("strict", (tables) => giveAll(tables, meant, today, this.surroundings));
  }

  /** Sends what is pending and reads what is new. Only one at a time runs; another waits for it. */
  sync(): Promise<Answer<Synced>> {
    return this.lock.hold(() => synchronise(this.context()));
  }

  /** Proves that the copy is right, and mends the kinds that are not, without starting anew. */
  check(): Promise<Answer<Checked>> {
    return this.lock.hold(async () => {
      // Seldom, and not small: a browser fetches it only then.
      const { check } = await import("./sync/check.ts");
      return check(this.context());
    });
  }

  /** Carries out what somebody decided about a conflict or a rejection. */
  async decide(issueId: string, decision: Decision, today: Day): Promise<void> {
    await this.store.write("strict", async (tables) => {
      const issue = await tables.get("issues", issueId);
      if (issue) await decide(tables, issue, decision, today, this.surroundings);
    });
  }

  /**
   * Gives up an operation that is not sent yet, and with a creation all that was done to what it made. One whose answer was lost may have
   * been done by the server; then the next sync brings it.
   */
  discard(key: string): Promise<OutboxRow[]> {
    return this.lock.hold(() => this.store.write("strict", (tables) => discard(tables, key, this.surroundings.now())));
  }

  /** What the server has done of late, newest first. */
  async done(most: number): Promise<OutboxRow[]> {
    const rows = await this.store.read(async (tables) => [
      ...(await tables.range("sent")),
      ...(await tables.range("outbox")).filter(({ state }) => state !== "pending"),
    ]);
    return rows.sort((left, right) => (left.key < right.key ? 1 : -1)).slice(0, most);
  }

  progress(): Promise<Progress> {
    return this.store.read(progressOf);
  }

  /** How many operations were done together with what others had changed, since somebody looked. */
  merged(): Promise<number> {
    return this.store.read(mergedIn);
  }

  /** Somebody has looked. */
  seeMerged(): Promise<void> {
    return this.store.write("relaxed", forgetMerged);
  }

  /** Operations that the server has not acknowledged yet. */
  async pending(): Promise<OutboxRow[]> {
    const rows = await this.store.read((tables) => tables.range("outbox"));
    return rows.filter((row) => row.state === "pending");
  }

  /** Entries that were deleted on this device lately and are not back, the last deleted first. */
  async deletedHere(): Promise<{ readonly data: JsonObject; readonly at: string }[]> {
    return this.store.read(deletedIn);
  }

  issues(): Promise<IssueRow[]> {
    return this.store.read((tables) => tables.range("issues"));
  }

  async find<K extends Kind>(kind: K, id: string): Promise<Entities[K] | null> {
    const row = await this.store.read((tables) => tables.get("entities", keyOf(kind, id)));
    return row ? entityOf(row, kind) : null;
  }

  /** What each command is on, as it is seen now; null where there is nothing. */
  async dataOf(commands: readonly Command[]): Promise<(JsonObject | null)[]> {
    const keys = commands.map(({ type, entityId = "" }) => keyOf(kindOf(type), entityId));
    const rows = await this.store.read((tables) => Promise.all(keys.map((key) => tables.get("entities", key))));
    return rows.map((row) => row?.data ?? null);
  }

  async all<K extends Kind>(kind: K): Promise<Entities[K][]> {
    const rows = await this.store.read((tables) => ofKind(tables, kind));
    return rows.map((row) => entityOf(row, kind));
  }

  /** Newest first; `next` is where the following page begins, if there may be one. */
  async transactions(query: ListQuery): Promise<{ items: Entities["transaction"][]; next: Place | null }> {
    const rows = await this.store.read((tables) => tables.list(query));
    const last = rows.length < query.limit ? undefined : rows.at(-1);
    return {
      items: rows.map((row) => entityOf(row, "transaction")),
      next: last ? listedAt(last, query.account) : null,
    };
  }

  /** What lists show, of the months that have changed since the reader looked. */
  lines(known: Stamps = {}): Promise<ChangedLines> {
    return this.store.read((tables) => linesSince(tables, known));
  }

  /** By account. With a day, at its end; otherwise with everything that is entered. */
  async balances(on?: Day): Promise<Map<string, Balance>> {
    return this.store.read(async (tables) => {
      const accounts = (await ofKind(tables, "account")).map((row) => entityOf(row, "account"));
      return balancesOf(tables, accounts, on);
    });
  }

  /** The days on which an account was moved, and by how much. */
  movements(accountId: string): Promise<Movement[]> {
    return this.store.read((tables) => movementsOf(tables, accountId));
  }

  /** By budget; those that start later have none. */
  async statuses(on: Day): Promise<Map<string, BudgetStatus>> {
    return this.store.read(async (tables) => {
      const of = async <K extends Kind>(kind: K) => (await ofKind(tables, kind)).map((row) => entityOf(row, kind));
      const [budgets, accounts, categories] = await Promise.all([of("budget"), of("account"), of("category")]);
      const reference = { accounts: byId(accounts), categories: byId(categories) };
      return statusesOn(tables, budgets as never, reference as never, on);
    });
  }

  private context() {
    return { store: this.store, api: this.api, now: () => this.surroundings.now() };
  }
}

export type { Checked, Command, Decision, Outcome, Synced };

function ofKind(tables: Reading, kind: Kind): Promise<EntityRow[]> {
  return tables.range("entities", ...under(`${kind}/`));
}

function byId<T extends { readonly id: string }>(entities: readonly T[]): Map<string, T> {
  return new Map(entities.map((entity) => [entity.id, entity]));
}
