import { folded } from "./fold.ts";

export type Key =
  | "account"
  | "category"
  | "amount"
  | "from"
  | "before"
  | "to"
  | "on"
  | "status"
  | "type"
  | "tag"
  | "payee"
  | "by"
  | "import";

/** In both languages always: what somebody saved is read by the others of the household, too. */
const KEYS: Readonly<Record<Key, readonly string[]>> = {
  account: ["account", "in", "счёт"],
  category: ["category", "категория"],
  amount: ["amount", "сумма"],
  from: ["after", "from", "since", "с", "после"],
  before: ["before", "до"],
  to: ["to", "until", "по"],
  on: ["on", "date", "дата"],
  status: ["status", "статус"],
  type: ["type", "kind", "has", "тип"],
  tag: ["tag", "метка", "тег"],
  payee: ["payee", "получатель"],
  by: ["by", "автор"],
  import: ["import", "импорт"],
};

const BY_NAME = new Map(
  Object.entries(KEYS).flatMap(([key, names]) => names.map((name) => [folded(name), key as Key] as const)),
);

/** A piece of what was typed: a condition such as `-tag:trip`, or words. */
export interface Token {
  /** Null: words that are to be found. */
  readonly key: Key | null;
  readonly isNot: boolean;
  readonly value: string;
  /** Where it is in the text. */
  readonly start: number;
  readonly end: number;
}

/** A mark in what is between marks is written twice. */
const PIECE = /(-?)(?:(?:(\p{L}+):|(#))(?:"((?:[^"]|"")*)"?|([^\s"]*))|"((?:[^"]|"")*)"?|([^\s"]+))/gu;

/** What is no condition is searched for as it is: `http://shop` and `12:30` have colons, too. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(PIECE)) {
    const [whole, minus = "", name, hash, quoted, bare, words, word] = found;
    const place = { start: found.index, end: found.index + whole.length };
    const isNot = minus !== "";
    const key = hash ? "tag" : (BY_NAME.get(folded(name ?? "")) ?? null);
    const value = (quoted?.replaceAll('""', '"') ?? bare ?? words?.replaceAll('""', '"') ?? word ?? "").trim();
    if (key) tokens.push({ key, isNot, value, ...place });
    else if (name) tokens.push({ key: null, isNot, value: `${name}:${value}`, ...place });
    else if (value !== "") tokens.push({ key: null, isNot, value, ...place });
  }
  return tokens;
}

export function written(key: Key, value: string, isNot = false): string {
  const isBare = value !== "" && !/[\s:#"]/.test(value);
  return `${isNot ? "-" : ""}${key === "from" ? "after" : key}:${isBare ? value : `"${value.replaceAll('"', '""')}"`}`;
}

const ID = /^[\da-f-]{36}$/i;

/** How much of the text is ids at its beginning, which nobody types: they are shown by chips alone. */
export function idsLength(text: string): number {
  let end = 0;
  for (const { key, isNot, value, start, end: next } of tokensOf(text)) {
    if (key !== "import" || isNot || !ID.test(value) || text.slice(end, start).trim() !== "") break;
    end = next;
  }
  return text[end] === " " ? end + 1 : end;
}

/** The text without one of its pieces. */
export function without(text: string, { start, end }: Token): string {
  return `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`.trim();
}

/** The text with its conditions of a kind replaced by others. */
export function withOnly(text: string, key: Key, values: readonly string[]): string {
  const others = tokensOf(text).filter((token) => token.key !== key || token.isNot);
  const kept = others.map(({ start, end }) => text.slice(start, end));
  return [...kept, ...values.map((value) => written(key, value))].join(" ");
}
