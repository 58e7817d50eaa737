import type { JsonObject } from "../replica/index.ts";
import { equalParts, percentOf, shares } from "./shares.ts";

/** A part of an entry while it is edited. What a part is worth is told as a plain amount: the entry decides which way the money goes. */
export interface Part {
  readonly categoryId: string | null;
  /** Where the part goes, if it only changes its place. */
  readonly toAccountId: string | null;
  readonly note: string;
  readonly by: "amount" | "percent";
  /** Minor units, or hundredths of a percent; null while what is typed is none. Of the last part nobody asks: it is the rest. */
  readonly value: number | null;
  /** What the ledger has of its other side beside the account and the amount. */
  readonly transfer?: JsonObject;
}

export const NEW_PART: Part = { categoryId: null, toAccountId: null, note: "", by: "amount", value: 0 };

/** What each part comes to; the last one is whatever the others leave, so they always add up. */
export function amountsOf(total: number, parts: readonly Part[]): number[] {
  const named = parts
    .slice(0, -1)
    .map(({ by, value }) => (by === "percent" ? percentOf(total, value ?? 0) : (value ?? 0)));
  return parts.length === 0 ? [] : [...named, total - named.reduce((sum, amount) => sum + amount, 0)];
}

const LARGEST = 999_999_999_999_999;

/** Whether what was typed for a part is no amount that an entry can have. */
export function unreadable(total: number, parts: readonly Part[]): boolean {
  return (
    parts.slice(0, -1).some(({ value }) => value === null) ||
    amountsOf(total, parts).some((amount) => Math.abs(amount) > LARGEST)
  );
}

export function withEqualParts(total: number, parts: readonly Part[]): Part[] {
  return withAmounts(parts, equalParts(total, parts.length));
}

/** Parts that were equal stay so when the total changes, and percents stay percents; of others the last one takes the difference. */
export function forTotal(was: number, total: number, parts: readonly Part[]): Part[] {
  return areEqual(was, parts) ? withEqualParts(total, parts) : [...parts];
}

/** A tip or a tax, spread over the parts by what they are worth. */
export function withExtra(total: number, extra: number, parts: readonly Part[]): Part[] {
  const amounts = amountsOf(total, parts);
  const spread = shares(extra, amounts);
  return withAmounts(
    parts,
    amounts.map((amount, place) => amount + (spread[place] ?? 0)),
  );
}

export function areEqual(total: number, parts: readonly Part[]): boolean {
  if (parts.length < 2 || parts.some(({ by }) => by === "percent")) return false;
  const [amounts, equal] = [amountsOf(total, parts), equalParts(total, parts.length)];
  return amounts.every((amount, place) => amount === equal[place]);
}

/** As an entry has them; parts of nothing are left out. */
export function splitsOf(
  total: number,
  isOut: boolean,
  parts: readonly Part[],
  isForeign: (accountId: string) => boolean,
) {
  const amounts = amountsOf(total, parts);
  return parts.flatMap(({ categoryId, toAccountId, note, transfer }, place): JsonObject[] => {
    const amount = (isOut ? -1 : 1) * (amounts[place] ?? 0);
    if (amount === 0) return [];
    const arrives = toAccountId && isForeign(toAccountId) ? (transfer?.amount ?? null) : -amount;
    return [
      {
        amount,
        ...(categoryId === null ? {} : { categoryId }),
        ...(note.trim() === "" ? {} : { note: note.trim() }),
        ...(toAccountId === null ? {} : { transfer: { ...transfer, accountId: toAccountId, amount: arrives } }),
      },
    ];
  });
}

interface Split {
  readonly amount: number;
  readonly categoryId?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly transfer?: object | null | undefined;
}

/** An entry's parts, to be edited. */
export function partsOf(splits: readonly Split[], isOut: boolean): Part[] {
  return splits.map(({ amount, categoryId, note, transfer }) => ({
    categoryId: categoryId ?? null,
    toAccountId: (transfer as { accountId?: string } | null | undefined)?.accountId ?? null,
    note: note ?? "",
    by: "amount" as const,
    value: isOut ? -amount : amount,
    ...(transfer ? { transfer: transfer as JsonObject } : {}),
  }));
}

function withAmounts(parts: readonly Part[], amounts: readonly number[]): Part[] {
  return parts.map((part, place) => ({ ...part, by: "amount", value: amounts[place] ?? 0 }));
}
