import type { Entities, JsonObject } from "../../replica/index.ts";

/** An entry as its editor has it. */
export interface Form {
  /** Signed minor units; null while what is typed is no amount. */
  readonly amount: number | null;
  readonly accountId: string;
  readonly date: string;
  readonly payee: string;
  /** Empty: none. */
  readonly categoryId: string;
  readonly note: string;
  readonly tags: string;
  readonly isPending: boolean;
}

export function formOf(entry: Entities["transaction"]): Form {
  return {
    amount: entry.amount,
    accountId: entry.accountId,
    date: entry.date,
    payee: entry.payee ?? "",
    categoryId: entry.categoryId ?? "",
    note: entry.note ?? "",
    tags: entry.tags.join(", "),
    isPending: entry.status === "pending",
  };
}

/** A merge patch of what differs; null removes. */
export function patchOf(entry: Entities["transaction"], form: Form): JsonObject {
  const was = formOf(entry);
  const text = (name: "payee" | "note" | "categoryId") =>
    form[name].trim() === was[name] ? {} : { [name]: form[name].trim() === "" ? null : form[name].trim() };
  return {
    ...(form.amount === null || form.amount === was.amount ? {} : { amount: form.amount }),
    ...(form.accountId === was.accountId ? {} : { accountId: form.accountId }),
    ...(form.date === was.date || form.date === "" ? {} : { date: form.date }),
    ...text("payee"),
    ...text("categoryId"),
    ...text("note"),
    ...(form.tags === was.tags ? {} : { tags: tagsIn(form.tags) }),
    ...(form.isPending === was.isPending ? {} : { status: form.isPending ? "pending" : "cleared" }),
  };
}

/** Separated by commas or blanks, with or without a hash mark. */
export function tagsIn(text: string): string[] {
  const named = text.split(/[,\s]+/).map((tag) => tag.replace(/^#/, "").trim());
  return [...new Set(named.filter((tag) => tag !== ""))].slice(0, 20);
}
