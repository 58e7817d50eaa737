import type { Line } from "../replica/index.ts";
import type { EntrySide, EntrySplit } from "../replica/money/entries.ts";
import { sidesOf } from "../replica/money/entries.ts";
import { type Filter, type LineType, range } from "./filter.ts";
import { folded } from "./fold.ts";

/** How many decimals an account's currency has. */
export type DecimalsOf = (accountId: string) => number;

type Test = (line: Line) => boolean;

/** Tells whether an entry is what a filter says; made once for many entries. */
export function matcher(filter: Filter, decimalsOf: DecimalsOf): Test {
  const tests: Test[] = [];
  const { categoryId, type, createdBy, importId, tag, payee, q } = filter;
  if (categoryId?.length) tests.push(ofCategories(new Set(categoryId)));
  if (type?.length) tests.push((line) => type.some((one) => isType(line, one)));
  if (createdBy?.length) tests.push(({ createdBy: by }) => by !== null && createdBy.includes(by));
  if (importId?.length) tests.push((line) => line.importId !== null && importId.includes(line.importId));
  if (tag?.length) {
    const tags = new Set(tag.map(folded));
    tests.push((line) => line.tags.some((own) => tags.has(folded(own))));
  }
  if (payee?.length) {
    const payees = new Set(payee.map(folded));
    tests.push((line) => line.payee !== null && payees.has(folded(line.payee)));
  }
  const side = sideTest(filter, decimalsOf);
  const accounts = filter.accountId?.length ? new Set(filter.accountId) : null;
  if (accounts) tests.push((line) => sidesOf(line).some((one) => accounts.has(one.accountId) && side(one)));
  else if (saysOfSides(filter)) tests.push((line) => side(line));
  if (q?.trim()) tests.push(either(containing(q.trim()), ofSize(filter, accounts, decimalsOf)));
  return (line) => tests.every((test) => test(line));
}

/** The side that is shown and counted: of those in the accounts that are asked for the own one first. */
export function sideIn(line: Line, accounts: ReadonlySet<string> | null): EntrySide {
  if (accounts === null || accounts.has(line.accountId)) return line;
  return sidesOf(line).find(({ accountId }) => accounts.has(accountId)) ?? line;
}

/** What of a side is in the categories that are asked for: of an entry in parts, those parts alone. */
export function amountIn(line: Line, side: EntrySide, categories: ReadonlySet<string> | null): number {
  if (categories === null || line.splits.length === 0) return side.amount;
  const parts = line.splits.filter((part) => isPartOf(part, categories));
  // On another account's side is what parts take there.
  const isOwn = side.accountId === line.accountId;
  const amounts = isOwn
    ? parts.map(({ amount }) => amount)
    : parts.map(({ transfer }) => (transfer?.accountId === side.accountId ? transfer.amount : 0));
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

function saysOfSides({ from, to, amount, size, status }: Filter): boolean {
  return from !== undefined || to !== undefined || Boolean(amount?.length || size?.length || status?.length);
}

function sideTest({ from, to, amount, size, status }: Filter, decimalsOf: DecimalsOf): (side: EntrySide) => boolean {
  const rangeFor = remember((decimals: number) => range(amount ?? [], decimals));
  const sizeFor = remember((decimals: number) => range(size ?? [], decimals));
  return (side) => {
    if (from !== undefined && side.date < from) return false;
    if (to !== undefined && side.date > to) return false;
    if (status?.length && !status.includes(side.status)) return false;
    if (!amount?.length && !size?.length) return true;
    const decimals = decimalsOf(side.accountId);
    return isIn(side.amount, rangeFor(decimals)) && isIn(Math.abs(side.amount), sizeFor(decimals));
  };
}

function isIn(amount: number, { min, max }: { readonly min: number; readonly max: number }): boolean {
  return amount >= min && amount <= max;
}

function ofCategories(ids: ReadonlySet<string>): Test {
  return ({ categoryId, splits, transfer }) => {
    if (categoryId !== null && ids.has(categoryId)) return true;
    if (splits.some((part) => part.categoryId && ids.has(part.categoryId))) return true;
    if (!ids.has("none") || categoryId !== null || transfer) return false;
    return splits.length === 0 || splits.some((part) => isPartOf(part, ids));
  };
}

/** What only changes its place is not without a category. */
function isPartOf({ categoryId, transfer }: EntrySplit, ids: ReadonlySet<string>): boolean {
  return categoryId ? ids.has(categoryId) : ids.has("none") && !transfer;
}

function isType({ amount, transfer, splits, receipts }: Line, type: LineType): boolean {
  if (type === "receipt") return receipts !== undefined;
  if (type === "transfer") return transfer !== null;
  if (type === "split") return splits.length > 0;
  return transfer === null && (type === "expense" ? amount < 0 : amount > 0);
}

function either(one: Test, other: Test | null): Test {
  return other ? (line) => one(line) || other(line) : one;
}

/** By the sides that bounds of an amount look at. */
function ofSize({ qSize }: Filter, accounts: ReadonlySet<string> | null, decimalsOf: DecimalsOf): Test | null {
  if (!qSize) return null;
  const is = sideTest({ size: qSize }, decimalsOf);
  return (line) => (accounts ? sidesOf(line).some((one) => accounts.has(one.accountId) && is(one)) : is(line));
}

/** Of what folds to nothing there is nothing to find. */
function containing(text: string): Test {
  const wanted = folded(text);
  if (wanted === "") return () => false;
  const has = remember((one: string) => folded(one).includes(wanted));
  return ({ payee, note, splits }) =>
    (payee !== null && has(payee)) ||
    (note !== null && has(note)) ||
    splits.some((part) => typeof part.note === "string" && has(part.note));
}

function remember<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = compute(key);
      known.set(key, value);
    }
    return value;
  };
}
