import { count } from "./count.ts";

export const home = {
  title: "Home",
  showAmounts: "Show amounts",
  hideAmounts: "Hide amounts",
  attention: "Needs your attention",
  undecided: (n: number) => `${count(n, "change", "changes")} to decide about`,
  gone: "This ledger is no longer shared with you",
  mayBeLost: "Not sent for more than three days",
  mayBeLostHint: "The browser may delete it. See what to do.",
  leftToday: "Left today",
  leftTodayNote: (n: number) => `of ${count(n, "budget", "budgets")}; tap for how`,
  leftTodayFormula:
    "What was left of each budget this morning, divided by the days that its period has left, less what was spent today.",
  daysLeft: (n: number) => `${count(n, "day", "days")} left`,
  atRisk: "Budgets to watch",
  accounts: "Accounts",
  last: "Last entries",
  all: "All",
  empty: "Nothing is recorded yet.",
  record: "Record your first expense",
};
