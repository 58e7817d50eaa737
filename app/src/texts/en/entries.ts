import { count } from "./count.ts";

export const entries = {
  title: "Entries",
  empty: "No entries yet. The plus below records one.",
  uncategorised: "No category",
  pending: "pending",
  reconciled: "reconciled",
  willBeSent: "will be sent",
  transfer: (from: string, to: string) => `${from} → ${to}`,
  split: (n: number) => `Split in ${n}`,
  receipts: (n: number) => count(n, "receipt", "receipts"),
  groups: {
    pending: (n: number) => `Pending · ${n}`,
    planned: (n: number) => `Planned · ${n}`,
  },
  total: "Total:",
  moreCurrencies: (n: number) => `+${n}`,
  /** Before the amount of the whole. */
  partOf: "of",
  balanceAfter: "Balance afterwards:",
  found: (n: number) => count(n, "entry", "entries"),
  hidden: (n: number) => `None of your ${count(n, "entry", "entries")} fits.`,
  hidingFilter: (what: string, n: number) => `Without “${what}” there would be ${count(n, "entry", "entries")}.`,
  clearFilters: "Clear filters",
  partly: "Entries are still coming from the server: older ones are not on this device yet.",
  partlyLoad: "Load now",
  choose: "Choose an entry to see it here.",
  categorised: "Category changed",
  noCategoryHere: "A transfer or a split has no category of its own. Open it to change its parts.",
  isReconciled: "Reconciled with a statement. Open the entry to change it.",
  selectAll: "Select all",
  select: "Select",
};
