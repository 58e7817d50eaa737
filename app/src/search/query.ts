import type { Day, Line } from "../replica/index.ts";
import { type Bound, bound, type Filter, type LineStatus, type LineType } from "./filter.ts";
import { folded } from "./fold.ts";
import { type DecimalsOf, matcher } from "./matches.ts";
import { type Key, type Token, tokensOf } from "./tokens.ts";

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What names in a search may mean. */
export interface Names {
  readonly accounts: readonly Named[];
  readonly categories: readonly Named[];
  readonly members: readonly Named[];
}

export type QueryFault = "unknownName" | "notAnAmount" | "notADate" | "unknownValue" | "empty";

/** A condition as it was understood, or why it was not. */
export interface Part {
  readonly token: Token;
  readonly fault?: QueryFault;
}

export interface Query {
  readonly filter: Filter;
  /** None of these may fit. */
  readonly not: readonly Filter[];
  readonly parts: readonly Part[];
}

const STATUSES: Readonly<Record<LineStatus, readonly string[]>> = {
  pending: ["pending", "ожидает"],
  cleared: ["cleared", "проведено"],
  reconciled: ["reconciled", "сверено"],
};
const TYPES: Readonly<Record<LineType, readonly string[]>> = {
  expense: ["expense", "расход"],
  income: ["income", "доход"],
  transfer: ["transfer", "перевод"],
  split: ["split", "разделено"],
};

/** What somebody typed, as a filter. */
export function queryOf(text: string, names: Names): Query {
  const parts: Part[] = [];
  const not: Filter[] = [];
  const words: string[] = [];
  let filter: Filter = {};
  for (const token of tokensOf(text)) {
    if (token.key === null) {
      if (token.isNot) not.push({ q: token.value });
      else words.push(token.value);
      if (token.isNot) parts.push({ token });
      continue;
    }
    const read = token.value === "" ? "empty" : conditionOf(token.key, token.value, names);
    if (typeof read === "string") parts.push({ token, fault: read });
    else {
      parts.push({ token });
      if (token.isNot) not.push(read);
      else filter = joined(filter, read);
    }
  }
  return { filter: words.length === 0 ? filter : { ...filter, q: words.join(" ") }, not, parts };
}

/** Whether a condition could not be understood: then nothing is found, rather than something else. */
export function isFaulty({ parts }: Query): boolean {
  return parts.some(({ fault }) => fault !== undefined);
}

export function isEmpty({ filter, not, parts }: Query): boolean {
  return Object.keys(filter).length === 0 && not.length === 0 && parts.length === 0;
}

export function found(lines: readonly Line[], query: Query, decimalsOf: DecimalsOf): readonly Line[] {
  if (isEmpty(query)) return lines;
  if (isFaulty(query)) return [];
  const fits = matcher(query.filter, decimalsOf);
  const excluded = query.not.map((filter) => matcher(filter, decimalsOf));
  return lines.filter((line) => fits(line) && !excluded.some((test) => test(line)));
}

function conditionOf(key: Key, value: string, names: Names): Filter | QueryFault {
  switch (key) {
    case "account":
      return withIds(names.accounts, value, (accountId) => ({ accountId }));
    case "category":
      if (["none", "нет"].includes(folded(value))) return { categoryId: ["none"] };
      return withIds(names.categories, value, (categoryId) => ({ categoryId }));
    case "by":
      return withIds(names.members, value, (createdBy) => ({ createdBy }));
    case "amount":
      return amountOf(value);
    case "status":
      return oneOf(STATUSES, value, (status) => ({ status: [status] }));
    case "type":
      return oneOf(TYPES, value, (type) => ({ type: [type] }));
    case "tag":
      return { tag: [value.replace(/^#/, "")] };
    case "payee":
      return { payee: [value] };
    case "import":
      return { importId: [value] };
    default: {
      const days = daysOf(value);
      if (!days) return "notADate";
      if (key === "from") return { from: days.first };
      if (key === "to") return { to: days.last };
      if (key === "before") return { to: dayBefore(days.first) };
      return { from: days.first, to: days.last };
    }
  }
}

/** By id, by the whole name, or else by a part of it. */
function withIds(all: readonly Named[], value: string, make: (ids: string[]) => Filter): Filter | QueryFault {
  const wanted = folded(value);
  const same = all.filter(({ id, name }) => id === value || folded(name) === wanted);
  const ids = (same.length > 0 ? same : all.filter(({ name }) => folded(name).includes(wanted))).map(({ id }) => id);
  return ids.length > 0 ? make(ids) : "unknownName";
}

function oneOf<V extends string>(
  values: Readonly<Record<V, readonly string[]>>,
  value: string,
  make: (value: V) => Filter,
): Filter | QueryFault {
  const entries = Object.entries(values) as [V, readonly string[]][];
  const named = entries.find(([, words]) => words.some((word) => folded(word) === folded(value)));
  return named ? make(named[0]) : "unknownValue";
}

/** `>20`, `20..50` and `20` are sizes, whatever way the money went; with a sign of its own it is the amount as it stands. */
function amountOf(value: string): Filter | QueryFault {
  const plain = value.replaceAll(",", ".").replaceAll("−", "-").replaceAll("≥", ">=").replaceAll("≤", "<=");
  const between = /^([+-]?)(\d+(?:\.\d+)?)\.\.([+-]?)(\d+(?:\.\d+)?)$/.exec(plain);
  const single = /^(>=|<=|>|<|=)?([+-]?)(\d+(?:\.\d+)?)$/.exec(plain);
  if (!between && !single) return "notAnAmount";
  const isSigned = between ? between[1] !== "" || between[3] !== "" : single?.[2] !== "";
  const bounds: Bound[] = between
    ? [bound(">=", signOf(between[1]), between[2] ?? "0"), bound("<=", signOf(between[3]), between[4] ?? "0")]
    : boundsOf(single?.[1], signOf(single?.[2]), single?.[3] ?? "0");
  return isSigned ? { amount: bounds } : { size: bounds };
}

function boundsOf(is: string | undefined, sign: 1n | -1n, number: string): Bound[] {
  if (is === ">" || is === ">=" || is === "<" || is === "<=") return [bound(is, sign, number)];
  return [bound(">=", sign, number), bound("<=", sign, number)];
}

function signOf(text: string | undefined): 1n | -1n {
  return text === "-" ? -1n : 1n;
}

/** A day, a month or a year. */
function daysOf(value: string): { readonly first: Day; readonly last: Day } | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value) ?? [];
  if (!year) return null;
  const last = day ?? String(new Date(Date.UTC(Number(year), Number(month ?? "12"), 0)).getUTCDate());
  const days = { first: `${year}-${month ?? "01"}-${day ?? "01"}`, last: `${year}-${month ?? "12"}-${last}` };
  return [days.first, days.last].every(isDay) ? days : null;
}

function isDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}

function dayBefore(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** Of lists any may fit; of days and bounds all must. */
function joined(known: Filter, more: Filter): Filter {
  const together: Record<string, unknown> = { ...known };
  for (const [name, value] of Object.entries(more)) {
    const before = together[name];
    if (Array.isArray(before) && Array.isArray(value)) together[name] = [...before, ...value];
    else if (name === "from" || name === "to") together[name] = tighter(name, before, value);
    else together[name] = value;
  }
  return together as Filter;
}

function tighter(name: "from" | "to", before: unknown, value: Day): Day {
  const days = [...(typeof before === "string" ? [before] : []), value].sort();
  return (name === "from" ? days.at(-1) : days[0]) ?? value;
}
