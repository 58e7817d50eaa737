import { isDay } from "../dates/is-day.ts";
import type { Sum } from "../drafts/unusual.ts";
import type { Command, Entities, JsonObject } from "../replica/index.ts";
import { type Part, partsOf, splitsOf, unreadable } from "../splits/parts.ts";

type Entry = Entities["transaction"];

/** An entry as its editor has it. */
export interface Form {
  /** Without its sign; null while what is typed is no amount. */
  readonly amount: number | null;
  readonly isOut: boolean;
  readonly accountId: string;
  readonly date: string;
  readonly payee: string;
  /** Empty: none. */
  readonly categoryId: string;
  readonly note: string;
  readonly tags: string;
  readonly status: "pending" | "cleared" | "reconciled";
  readonly parts: readonly Part[];
  readonly isTransfer: boolean;
  /** Of a transfer: the other account, or none yet; and what arrives there, without its sign. */
  readonly toAccountId: string;
  readonly toAmount: number | null;
  /** Of a transfer, the day at the other bank; empty where that is the entry's. */
  readonly toDate: string;
}

export function formOf(entry: Entry): Form {
  const isOut = entry.amount < 0;
  return {
    amount: Math.abs(entry.amount),
    isOut,
    accountId: entry.accountId,
    date: entry.date,
    payee: entry.payee ?? "",
    categoryId: entry.categoryId ?? "",
    note: entry.note ?? "",
    tags: entry.tags.join(", "),
    status: entry.status ?? "cleared",
    parts: partsOf(entry.splits, isOut),
    isTransfer: Boolean(entry.transfer),
    toAccountId: entry.transfer?.accountId ?? "",
    toAmount: entry.transfer ? Math.abs(entry.transfer.amount) : 0,
    toDate: entry.transfer?.date ?? "",
  };
}

/** What decides about other fields: whether an account has another currency than the entry's own. */
export type IsForeign = (accountId: string) => boolean;

/** The amounts that were changed. */
export function changedSums(entry: Entry, form: Form, currencyOf: (accountId: string) => string): Sum[] {
  const was = formOf(entry);
  return [
    ...(form.amount === null || form.amount === was.amount
      ? []
      : [{ minor: form.amount, currency: currencyOf(form.accountId) }]),
    ...(!form.isTransfer || form.toAmount === null || form.toAmount === was.toAmount
      ? []
      : [{ minor: form.toAmount, currency: currencyOf(form.toAccountId) }]),
  ];
}

/** A merge patch of what differs; null removes. */
export function patchOf(entry: Entry, form: Form, isForeign: IsForeign): JsonObject {
  const was = formOf(entry);
  const text = (name: "payee" | "note") =>
    form[name].trim() === was[name] ? {} : { [name]: form[name].trim() === "" ? null : form[name].trim() };
  const signed = form.amount === null ? entry.amount : form.isOut ? -form.amount : form.amount;
  return {
    ...(signed === entry.amount ? {} : { amount: signed }),
    ...(form.accountId === was.accountId ? {} : { accountId: form.accountId }),
    ...(form.date === was.date || form.date === "" ? {} : { date: form.date }),
    ...text("payee"),
    ...purposePatch(entry, form, isForeign),
    ...text("note"),
    ...(form.tags === was.tags ? {} : { tags: tagsIn(form.tags) }),
    ...(form.status === was.status ? {} : { status: form.status }),
    ...transferPatch(entry, form, isForeign),
  };
}

function purposePatch(entry: Entry, form: Form, isForeign: IsForeign): JsonObject {
  if (form.isTransfer) {
    // Its own it keeps: between an account on the budget and one off it, a transfer may have a category.
    if (entry.transfer) return {};
    // Money that only changes its place is spent on nothing.
    return { ...(entry.categoryId ? { categoryId: null } : {}), ...(entry.splits.length > 0 ? { splits: [] } : {}) };
  }
  const parts = splitsOf(form.amount ?? Math.abs(entry.amount), form.isOut, form.parts, isForeign);
  const [only] = parts;
  const isSplit = parts.length > 1 || Boolean(only?.transfer);
  const categoryId = form.parts.length === 0 ? form.categoryId || null : ((only?.categoryId as string) ?? null);
  if (!isSplit) {
    return {
      ...(entry.splits.length > 0 ? { splits: [] } : {}),
      ...(categoryId === (entry.categoryId ?? null) ? {} : { categoryId }),
    };
  }
  const before = splitsOf(Math.abs(entry.amount), entry.amount < 0, partsOf(entry.splits, entry.amount < 0), isForeign);
  return {
    ...(JSON.stringify(parts) === JSON.stringify(before) ? {} : { splits: parts }),
    ...(entry.categoryId ? { categoryId: null } : {}),
  };
}

function transferPatch(entry: Entry, form: Form, isForeign: IsForeign): JsonObject {
  const { transfer } = entry;
  if (!form.isTransfer) return transfer ? { transfer: null } : {};
  const was = formOf(entry);
  const sign = form.isOut ? 1 : -1;
  const foreign = isForeign(form.toAccountId);
  // Within one currency what arrives follows what leaves; only across currencies it is said.
  const arrives = foreign && form.toAmount !== null ? sign * form.toAmount : null;
  const patch: JsonObject = {
    ...(form.toAccountId === was.toAccountId ? {} : { accountId: form.toAccountId }),
    ...(arrives === null || arrives === transfer?.amount ? {} : { amount: arrives }),
    ...(form.toDate === was.toDate ? {} : { date: form.toDate === "" ? null : form.toDate }),
  };
  return Object.keys(patch).length === 0 ? {} : { transfer: patch };
}

export type FormFault = "amount" | "date" | "part" | "foreignPart" | "toAccount" | "sameAccount" | "toAmount";

/** What is to be mended before it can be saved. */
export function formFault(form: Form, entry: Entry, isForeign: IsForeign): FormFault | null {
  if (form.amount === null || form.amount === 0) return "amount";
  if (!isDay(form.date) || (form.isTransfer && form.toDate !== "" && !isDay(form.toDate))) return "date";
  if (form.isTransfer && form.toAccountId === "") return "toAccount";
  if (form.isTransfer && form.toAccountId === form.accountId) return "sameAccount";
  if (form.isTransfer && isForeign(form.toAccountId) && !form.toAmount) return "toAmount";
  if (unreadable(form.amount, form.parts)) return "part";
  return changesForeignPart(form, entry, isForeign) ? "foreignPart" : null;
}

function changesForeignPart(form: Form, entry: Entry, isForeign: IsForeign): boolean {
  if (!form.parts.some(({ toAccountId }) => toAccountId && isForeign(toAccountId))) return false;
  const now = splitsOf(form.amount ?? 0, form.isOut, form.parts, isForeign);
  return now.some((part) => {
    const to = part.transfer as { accountId?: string; amount?: number } | undefined;
    if (!to?.accountId || !isForeign(to.accountId)) return false;
    return !entry.splits.some(({ amount, transfer }) => amount === part.amount && transfer?.amount === to.amount);
  });
}

const BALANCE: readonly string[] = ["amount", "accountId", "date", "status", "transfer"];

/** Whether it moves money otherwise than the bank's statement said. */
export function changesBalance(patch: JsonObject): boolean {
  return BALANCE.some((name) => patch[name] !== undefined);
}

/** A lock is taken off by itself, and put back where nothing of what the statement said has changed. */
export function commandsOf(entry: Entry, patch: JsonObject): Command[] {
  const revise = (data: JsonObject): Command => ({ type: "transaction.revise", entityId: entry.id, data });
  if (entry.status !== "reconciled") return [revise(patch)];
  const { status, ...rest } = patch;
  const unlocked = revise({ status: status ?? "cleared" });
  if (Object.keys(rest).length === 0) return [unlocked];
  return [unlocked, revise(rest), ...(changesBalance(patch) ? [] : [revise({ status: "reconciled" })])];
}

/** Separated by commas or blanks, with or without a hash mark. */
export function tagsIn(text: string): string[] {
  const named = text.split(/[,\s]+/).map((tag) => tag.replace(/^#/, "").trim());
  return [...new Set(named.filter((tag) => tag !== ""))].slice(0, 20);
}
