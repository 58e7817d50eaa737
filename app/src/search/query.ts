import type { Separators } from "../amounts/shown.ts";
import { plainNumber } from "../amounts/typed.ts";
import { shifted } from "../dates/shift.ts";
import type { Day, Line } from "../replica/index.ts";
import { amountOf } from "./amount-conditions.ts";
import { dayBefore, daysOf } from "./days.ts";
import type { Filter, LineStatus, LineType } from "./filter.ts";
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

/** Where and when it is typed. */
export interface Typing {
  readonly today: Day;
  /** How amounts are written there. */
  readonly separators: Separators;
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
  /** Words before a colon that are none of a search, so that all of it was taken as words. */
  readonly unknown: readonly string[];
}

const STATUSES: Readonly<Record<LineStatus, readonly string[]>> = {
  pending: ["pending", "ожидает"],
  cleared: ["cleared", "проведено"],
  reconciled: ["reconciled", "сверено"],
};
/** What is not until a later day, whatever its status is. */
export const PLANNED = ["planned", "запланировано"];
const TYPES: Readonly<Record<LineType, readonly string[]>> = {
  expense: ["expense", "расход"],
  income: ["income", "доход"],
  transfer: ["transfer", "перевод"],
  split: ["split", "разделено"],
  receipt: ["receipt", "receipts", "чек"],
};

/** What somebody typed, as a filter. */
export function queryOf(text: string, names: Names, typing?: Typing): Query {
  const parts: Part[] = [];
  const not: Filter[] = [];
  const words: string[] = [];
  const unknown: string[] = [];
  let filter: Filter = {};
  for (const token of tokensOf(text)) {
    if (token.key === null) {
      const word = unknownIn(token.value);
      if (word) unknown.push(word);
      if (token.isNot) not.push({ q: token.value });
      else words.push(token.value);
      if (token.isNot) parts.push({ token });
      continue;
    }
    const read = token.value === "" ? "empty" : conditionOf(token.key, token.value, names, typing);
    if (typeof read === "string") parts.push({ token, fault: read });
    else {
      parts.push({ token });
      if (token.isNot) not.push(read);
      else filter = joined(filter, read);
    }
  }
  if (words.length > 0) filter = { ...filter, ...wordsOf(words.join(" "), typing) };
  return { filter, not, parts, unknown };
}

/** What may be an amount is looked for as one, too, in the user's own format. */
function wordsOf(q: string, typing: Typing | undefined): Filter {
  const number = typing && plainNumber(q, typing.separators);
  const size = number ? amountOf(number.replace(/^[+-]/, "")) : null;
  return { q, ...(size?.size ? { qSize: size.size } : {}) };
}

/** `foo` of `foo:bar`; addresses have colons, too. */
function unknownIn(text: string): string | null {
  const [, word, rest = ""] = /^(\p{L}+):(.*)$/u.exec(text) ?? [];
  return word && rest !== "" && !rest.startsWith("//") ? word : null;
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

function conditionOf(key: Key, value: string, names: Names, typing?: Typing): Filter | QueryFault {
  switch (key) {
    case "account":
      return withIds(names.accounts, value, (accountId) => ({ accountId }));
    case "category":
      if (["none", "нет"].includes(folded(value))) return { categoryId: ["none"] };
      return withIds(names.categories, value, (categoryId) => ({ categoryId }));
    case "by":
      return withIds(names.members, value, (createdBy) => ({ createdBy }));
    case "amount":
      return amountOf(value) ?? "notAnAmount";
    case "status":
      if (typing && PLANNED.includes(folded(value))) return { from: shifted(typing.today, 1) };
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
