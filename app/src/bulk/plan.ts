import { shifted } from "../dates/shift.ts";
import type { Command, Day, JsonObject, Line } from "../replica/index.ts";
import { sidesOf } from "../replica/money/entries.ts";

/** One change for many entries; what is absent stays. */
export interface BulkChange {
  readonly accountId?: string;
  /** Null takes it away. */
  readonly categoryId?: string | null;
  readonly payee?: string | null;
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
  readonly status?: "pending" | "cleared";
  readonly moveDays?: number;
  readonly isDelete?: boolean;
}

/** Why an entry is left as it is, by the server's own rules: so that nothing is queued that it would refuse. */
export type Skipped = "reconciled" | "split" | "transfer" | "currency" | "closed" | "tags" | "date";

export interface BulkFacts {
  readonly accounts: ReadonlyMap<string, { readonly currency: string; readonly closed: boolean }>;
}

export interface BulkPlan {
  readonly commands: readonly Command[];
  /** What is as wished already. */
  readonly unchanged: number;
  readonly skipped: ReadonlyMap<Skipped, number>;
  /** Reconciled ones that are taken out of their statement. */
  readonly unlocked: number;
}

const MOST_TAGS = 20;
const [FIRST_DAY, LAST_DAY] = ["1900-01-01", "2199-12-31"];

export function bulkPlan(lines: readonly Line[], change: BulkChange, facts: BulkFacts): BulkPlan {
  const commands: Command[] = [];
  const skipped = new Map<Skipped, number>();
  let [unchanged, unlocked] = [0, 0];
  for (const line of lines) {
    const what = one(line, change, facts);
    if (typeof what === "string") skipped.set(what, (skipped.get(what) ?? 0) + 1);
    else if (what === null) unchanged++;
    else {
      commands.push(what);
      if (isReconciled(line)) unlocked++;
    }
  }
  return { commands, unchanged, skipped, unlocked };
}

/** Whether any side of it is. */
export function isReconciled(line: Line): boolean {
  return sidesOf(line).some(({ status }) => status === "reconciled");
}

/** The value that all of them have; undefined where they differ. */
export function common<T>(lines: readonly Line[], of: (line: Line) => T): T | undefined {
  const [first, ...rest] = lines.map(of);
  return rest.every((value) => value === first) ? first : undefined;
}

function one(line: Line, change: BulkChange, facts: BulkFacts): Command | Skipped | null {
  // A status alone also takes the lock off.
  const isStatusAlone =
    change.status !== undefined && Object.values(change).filter((one) => one !== undefined).length === 1;
  if (isReconciled(line) && !isStatusAlone) return "reconciled";
  if (change.isDelete) {
    return isClosed(line, facts) ? "closed" : { type: "transaction.delete", entityId: line.id };
  }
  const fault = misfit(line, change, facts);
  if (fault) return fault;
  const data: Record<string, JsonObject[string]> = {};
  if (change.accountId !== undefined && change.accountId !== line.accountId) data.accountId = change.accountId;
  if (change.categoryId !== undefined && change.categoryId !== line.categoryId) data.categoryId = change.categoryId;
  if (change.payee !== undefined && change.payee !== line.payee) data.payee = change.payee;
  if (change.status !== undefined) Object.assign(data, statusOf(line, change.status));
  if (change.moveDays) data.date = shifted(line.date, change.moveDays);
  const tags = tagsOf(line, change);
  if (tags) {
    if (tags.length > MOST_TAGS) return "tags";
    data.tags = tags;
  }
  if (typeof data.date === "string" && !isAllowed(data.date)) return "date";
  if (Object.keys(data).length === 0) return null;
  if (movesMoney(data) && isClosed(line, facts)) return "closed";
  return { type: "transaction.revise", entityId: line.id, data };
}

function misfit(line: Line, { accountId, categoryId }: BulkChange, { accounts }: BulkFacts): Skipped | null {
  if (accountId !== undefined && accountId !== line.accountId) {
    const to = accounts.get(accountId);
    if (!to || to.closed) return "closed";
    if (sidesOf(line).length > 1) return "transfer";
    if (to.currency !== accounts.get(line.accountId)?.currency) return "currency";
  }
  if (categoryId === undefined) return null;
  if (line.splits.length > 0) return "split";
  return line.transfer ? "transfer" : null;
}

/** Of both sides of a transfer: one that says as the entry does needs no status of its own. */
function statusOf({ status, transfer }: Line, wanted: "pending" | "cleared"): JsonObject {
  const isOther = transfer?.status != null && transfer.status !== wanted;
  return {
    ...(status === wanted ? {} : { status: wanted }),
    ...(isOther ? { transfer: { status: null } } : {}),
  };
}

/** Null where they stay. */
function tagsOf({ tags }: Line, { addTags = [], removeTags = [] }: BulkChange): string[] | null {
  const removed = new Set(removeTags.map((tag) => tag.toLowerCase()));
  const kept = tags.filter((tag) => !removed.has(tag.toLowerCase()));
  const known = new Set(kept.map((tag) => tag.toLowerCase()));
  const now = [...kept, ...addTags.filter((tag) => !known.has(tag.toLowerCase()))];
  return now.length === tags.length && now.every((tag, place) => tag === tags[place]) ? null : now;
}

function movesMoney(data: JsonObject): boolean {
  return data.accountId !== undefined || data.date !== undefined || data.status !== undefined;
}

function isClosed(line: Line, { accounts }: BulkFacts): boolean {
  return sidesOf(line).some(({ accountId }) => accounts.get(accountId)?.closed);
}

function isAllowed(day: Day): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY;
}
