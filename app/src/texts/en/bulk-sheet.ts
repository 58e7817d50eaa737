import { count } from "./count.ts";

const entries = (n: number) => count(n, "entry", "entries");

export const bulkSheet = {
  choose: "Choose",
  newCategory: "New category",
  newAccount: "New account",
  newPayee: "New payee",
  addTags: "Tags to add",
  removeTags: "Tags to remove:",
  moveDays: "Days",
  moveHint: "Later; earlier with a minus",
  days: (n: number) => `${n > 0 ? "+" : "−"}${count(Math.abs(n), "day", "days")}`,
  common: (value: string | null) => (value === null ? "They differ now." : `All have now: ${value}`),
  deleteHint: "They go to the trash, and can be restored from there.",
  apply: (n: number) => `Change ${n}`,
  delete: (n: number) => `Delete ${n}`,
  preview: (n: number, of: number) =>
    n === of
      ? `${entries(n)} will change.`
      : `${entries(of)}: ${n === 0 ? "nothing would change" : `${n} will change`}.`,
  unchanged: (n: number) => `${n} already as wished`,
  unlocked: (n: number) => `${n} of them will no longer be reconciled`,
  skipped: {
    reconciled: (n: number) => `${n} reconciled skipped`,
    split: (n: number) => `${n} split skipped: their parts have categories`,
    transfer: (n: number) => `${count(n, "transfer", "transfers")} skipped`,
    currency: (n: number) => `${n} in another currency skipped`,
    closed: (n: number) => `${n} in closed accounts skipped`,
    tags: (n: number) => `${n} skipped: they would have more than 20 tags`,
    date: (n: number) => `${n} skipped: the date would be out of range`,
  },
  changed: (n: number) => `${entries(n)} changed`,
  deleted: (n: number) => `${entries(n)} deleted`,
};
