import { decimalsOf } from "../amounts/currencies.ts";
import { type Evaluated, evaluate } from "../amounts/expression.ts";
import { isDay } from "../dates/is-day.ts";
import type { Command, Day, JsonObject } from "../replica/index.ts";
import { forTotal, type Part, splitsOf, unreadable } from "../splits/parts.ts";
import type { Sum } from "./unusual.ts";

export type EntryKind = "expense" | "income" | "transfer";

/** An entry while it is being typed. All of it is kept on the device, so that nothing is lost with the page. */
export interface Draft {
  readonly kind: EntryKind;
  readonly expression: string;
  readonly accountId: string | null;
  /** Chosen by somebody, and not by what was used last. */
  readonly isAccountChosen: boolean;
  /** Null is today, also when midnight passes meanwhile. As it was typed, which may be no day that an entry can have. */
  readonly date: Day | null;
  readonly payee: string;
  readonly categoryId: string | null;
  /** Chosen by somebody, and not by a prediction, which a later one may replace. */
  readonly isCategoryChosen: boolean;
  readonly note: string;
  readonly tags: readonly string[];
  readonly isPending: boolean;
  readonly toAccountId: string | null;
  /** What arrives, where the other account has another currency. */
  readonly toExpression: string;
  /** Receipts that are on this device, by their ids. */
  readonly receiptIds: readonly string[];
  /** In parts; none where it is whole. */
  readonly splits: readonly Part[];
  /** What the parts were made for, so that equal ones stay equal when the amount changes. */
  readonly splitTotal: number;
}

export const EMPTY: Draft = {
  kind: "expense",
  expression: "",
  accountId: null,
  isAccountChosen: false,
  date: null,
  payee: "",
  categoryId: null,
  isCategoryChosen: false,
  note: "",
  tags: [],
  isPending: false,
  toAccountId: null,
  toExpression: "",
  receiptIds: [],
  splits: [],
  splitTotal: 0,
};

export interface Money {
  readonly currency: string;
  /** Of the account that a transfer goes to. */
  readonly toCurrency?: string | undefined;
}

export type Fault =
  | "amount"
  | "negative"
  | "account"
  | "date"
  | "toAccount"
  | "sameAccount"
  | "toAmount"
  | "part"
  | "tooPrecise"
  | "tooLarge"
  | "divisionByZero";

/** Whether there is anything that would be missed. */
export function isTyped({ expression, payee, note, tags, receiptIds }: Draft): boolean {
  return expression !== "" || payee !== "" || note !== "" || tags.length > 0 || receiptIds.length > 0;
}

/** What is to be mended before it can be saved; null when it can. */
export function faultOf(draft: Draft, { currency, toCurrency }: Money): Fault | null {
  const amount = evaluate(draft.expression, decimalsOf(currency));
  const fault = amountFault(amount);
  if (fault) return fault;
  if (!draft.accountId) return "account";
  if (draft.date !== null && !isDay(draft.date)) return "date";
  if (draft.kind !== "transfer") return unreadable(minorOf(amount), draft.splits) ? "part" : null;
  if (!draft.toAccountId) return "toAccount";
  if (draft.toAccountId === draft.accountId) return "sameAccount";
  if (toCurrency === undefined || toCurrency === currency) return null;
  return amountFault(evaluate(draft.toExpression, decimalsOf(toCurrency))) ? "toAmount" : null;
}

/** What is asked of the ledger. Only for a draft without fault. */
export function commandOf(draft: Draft, { currency, toCurrency }: Money, entityId: string, today: Day): Command {
  const amount = minorOf(evaluate(draft.expression, decimalsOf(currency)));
  const isOut = draft.kind !== "income";
  const isForeign = toCurrency !== undefined && toCurrency !== currency;
  const arrives = isForeign ? minorOf(evaluate(draft.toExpression, decimalsOf(toCurrency))) : amount;
  const data: JsonObject = {
    accountId: draft.accountId ?? undefined,
    date: draft.date ?? today,
    amount: isOut ? -amount : amount,
    ...(draft.payee.trim() === "" ? {} : { payee: draft.payee.trim() }),
    ...(draft.kind === "transfer"
      ? { transfer: { accountId: draft.toAccountId ?? undefined, amount: arrives } }
      : purposeOf(draft, amount)),
    ...(draft.note.trim() === "" ? {} : { note: draft.note.trim() }),
    ...(draft.tags.length === 0 ? {} : { tags: [...draft.tags] }),
    ...(draft.isPending ? { status: "pending" } : {}),
  };
  return { type: "transaction.record", entityId, data };
}

/** The category of the whole, or the parts. One part alone is the whole. */
function purposeOf({ categoryId, splits, kind }: Draft, total: number): JsonObject {
  const whole = categoryId === null ? {} : { categoryId };
  if (splits.length === 0) return whole;
  const parts = splitsOf(total, kind !== "income", splits, () => false);
  const [only] = parts;
  return parts.length > 1 || only?.transfer
    ? { splits: parts }
    : only?.categoryId
      ? { categoryId: only.categoryId }
      : {};
}

/** With parts that fit an amount that was typed anew. */
export function withTotal(draft: Draft, currency: string): Draft {
  const amount = evaluate(draft.expression, decimalsOf(currency));
  if (draft.splits.length === 0 || !("minor" in amount) || amount.minor === draft.splitTotal) return draft;
  return {
    ...draft,
    splits: forTotal(draft.splitTotal, amount.minor, draft.splits),
    splitTotal: amount.minor,
  };
}

/** The amounts of a draft without fault. */
export function sumsOf({ kind, expression, toExpression }: Draft, { currency, toCurrency }: Money): Sum[] {
  const sum = (text: string, of: string) => ({ minor: minorOf(evaluate(text, decimalsOf(of))), currency: of });
  const isForeign = kind === "transfer" && toCurrency !== undefined && toCurrency !== currency;
  return [sum(expression, currency), ...(isForeign ? [sum(toExpression, toCurrency)] : [])];
}

function amountFault(amount: Evaluated): Fault | null {
  if ("minor" in amount) return amount.minor > 0 ? null : amount.minor < 0 ? "negative" : "amount";
  return amount.fault === "empty" || amount.fault === "incomplete" ? "amount" : amount.fault;
}

function minorOf(amount: Evaluated): number {
  return "minor" in amount ? amount.minor : 0;
}
