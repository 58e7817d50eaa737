import { count } from "./count.ts";

const entries = (n: number) => count(n, "entry", "entries");

export const trash = {
  title: "Trash",
  hint: "What was deleted is kept for 90 days, and can be restored.",
  search: "Search deleted entries",
  empty: "Nothing was deleted.",
  none: "Nothing that was deleted fits.",
  onlyHere: (why: string) => `${why} Shown is what was deleted on this device.`,
  deletedAt: (time: string) => `Deleted ${time}`,
  restore: (n: number) => (n === 0 ? "Choose entries to restore" : `Restore ${entries(n)}`),
  restored: (n: number) => `${entries(n)} restored`,
  selectAll: "Choose all",
  selectNone: "Choose none",
  older: "Show more",
  loading: "Asking the server…",
};
