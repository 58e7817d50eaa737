import { isCurrency } from "../amounts/currencies.ts";
import { isDay } from "../dates/is-day.ts";
import { isObject, type Json, type JsonObject, type OperationType } from "../replica/index.ts";

type Check = (value: Json | undefined) => boolean;
type Fields = Readonly<Record<string, Check>>;

/** What an entity cannot be without, and what it may have. */
interface Shape {
  readonly needs: Fields;
  readonly may: Fields;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

export const isText = (value: unknown): value is string => typeof value === "string";
export const isId = (value: unknown): value is string => isText(value) && UUID.test(value);
export const isInstant = (value: unknown): value is string =>
  isText(value) && INSTANT.test(value) && !Number.isNaN(Date.parse(value));

const amount: Check = Number.isSafeInteger;
const day: Check = (value) => isText(value) && isDay(value);
const flag: Check = (value) => typeof value === "boolean";
const currency: Check = (value) => isText(value) && isCurrency(value);
const oneOf = (words: string): Check => {
  const all = words.split(" ");
  return (value) => isText(value) && all.includes(value);
};
const number =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
const listOf =
  (is: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(is);
const whole =
  (shape: Shape): Check =>
  (value) =>
    isObject(value) && isWhole(value, shape);
const part =
  (shape: Shape): Check =>
  (value) =>
    isObject(value) && isPatch(value, shape);

const position = number(0, 1_000_000);
const status = oneOf("pending cleared reconciled");

const transfer: Shape = { needs: { accountId: isId, amount }, may: { date: day, status } };
const split: Shape = { needs: { amount }, may: { categoryId: isId, note: isText, transfer: whole(transfer) } };

const ledger: Shape = { needs: { name: isText }, may: { largeTransactionFrom: amount } };

const account: Shape = {
  needs: {
    name: isText,
    type: oneOf("checking savings cash creditCard loan investment other"),
    currency,
    openedOn: day,
  },
  may: { openingBalance: amount, onBudget: flag, note: isText, iban: isText, position },
};

const category: Shape = {
  needs: { name: isText, group: isText, kind: oneOf("expense income") },
  may: { icon: isText, color: isText, position, archived: flag },
};

const transaction: Shape = {
  needs: { accountId: isId, date: day, amount },
  may: {
    payee: isText,
    categoryId: isId,
    splits: listOf(whole(split)),
    transfer: whole(transfer),
    note: isText,
    tags: listOf(isText),
    status,
  },
};

const budget: Shape = {
  needs: { name: isText, amount, currency, period: oneOf("week month quarter year once"), startsOn: day },
  may: {
    icon: isText,
    every: number(1, 52),
    endsOn: day,
    categoryIds: listOf(isId),
    accountIds: listOf(isId),
    rollover: oneOf("none surplus deficit both"),
    thresholds: listOf(number(1, 1000)),
  },
};

/** Of a transaction that was deleted, what else it had. A later server may tell more of it, which nothing is made of. */
const KEPT: Fields = {
  id: isId,
  createdBy: isId,
  createdAt: isInstant,
  updatedAt: isInstant,
  deletedAt: isInstant,
  version: number(0, Number.MAX_SAFE_INTEGER),
  importId: isId,
  bankId: isText,
  bankRecord: isObject,
  bankRows: listOf(isObject),
  reconciledOn: day,
  reconciledSides: listOf(isObject),
  takenBackBy: isId,
  joined: listOf(isId),
  joinedInto: isId,
};

const nothing: Check = (data) => data === undefined || (isObject(data) && Object.keys(data).length === 0);

/** A patch can take nothing away that figures are made of: a list is emptied, and a status is another. */
const entryPatch = part({
  needs: { ...transaction.needs, splits: listOf(whole(split)), tags: listOf(isText), status },
  may: { ...transaction.may, transfer: part(transfer) },
});
const budgetPatch = part({
  needs: budget.needs,
  may: { ...budget.may, effectiveOn: day, onlyPeriod: flag },
});

const DATA: Readonly<Record<OperationType, Check>> = {
  "ledger.revise": part(ledger),
  "account.open": whole(account),
  "account.revise": part(account),
  "account.close": nothing,
  "account.reopen": nothing,
  "account.delete": nothing,
  "category.create": whole(category),
  "category.revise": part(category),
  "category.delete": nothing,
  "category.merge": whole({ needs: { into: isId }, may: {} }),
  "transaction.record": whole(transaction),
  "transaction.revise": entryPatch,
  "transaction.delete": nothing,
  "transaction.restore": nothing,
  "budget.create": (data) => isObject(data) && isWhole(data, budget) && endsAfterStart(data),
  "budget.revise": budgetPatch,
  "budget.delete": nothing,
};

export function isType(type: Json | undefined): type is OperationType {
  return isText(type) && Object.hasOwn(DATA, type);
}

/** Whether the engine can do it and every screen show what it makes: not whether the server will take it. */
export function fits(type: OperationType, data: Json | undefined): boolean {
  return DATA[type](data);
}

/** Whether it is what a transaction was when it was deleted. */
export function fitsSnapshot(type: OperationType, entityId: string, snapshot: Json | undefined): boolean {
  if (snapshot === undefined) return true;
  if (!isObject(snapshot) || (type !== "transaction.restore" && type !== "transaction.delete")) return false;
  const { needs, may } = transaction;
  const all = { ...may, ...KEPT };
  const isKept = Object.entries(all).every(([name, is]) => isAbsent(snapshot[name]) || is(snapshot[name]));
  const hasAll = Object.entries(needs).every(([name, is]) => is(snapshot[name]));
  const isSame = isAbsent(snapshot.id) || snapshot.id === entityId;
  return hasAll && isKept && isSame && Array.isArray(snapshot.splits) && Array.isArray(snapshot.tags);
}

function isWhole(said: JsonObject, { needs, may }: Shape): boolean {
  return Object.entries(needs).every(([name, is]) => is(said[name])) && isPatch(said, { needs, may });
}

function isPatch(said: JsonObject, { needs, may }: Shape): boolean {
  return Object.entries(said).every(([name, value]) => {
    if (Object.hasOwn(needs, name)) return needs[name]?.(value);
    return Object.hasOwn(may, name) && (value === null || may[name]?.(value));
  });
}

function endsAfterStart({ startsOn, endsOn }: JsonObject): boolean {
  return isAbsent(endsOn) || String(endsOn) >= String(startsOn);
}

function isAbsent(value: Json | undefined): value is null | undefined {
  return value === undefined || value === null;
}
