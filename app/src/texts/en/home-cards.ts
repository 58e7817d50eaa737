import { count } from "./count.ts";

export const homeCards = {
  arrange: "Arrange the cards",
  arranged: "Done",
  up: (name: string) => `Move ${name} up`,
  down: (name: string) => `Move ${name} down`,
  names: {
    attention: "Needs your attention",
    leftToday: "Left today",
    atRisk: "Budgets to watch",
    accounts: "Accounts",
    spending: "Spending this month",
    uncategorised: "Without a category",
    last: "Last entries",
  },
  hint: "The order is kept on this device. Cards that have nothing to say are not shown.",
  uncategorised: (n: number) => count(n, "entry has no category", "entries have no category"),
  uncategorisedNote: "tap to sort them",
  onlyLooked: (n: number) => `in the last ${n} days`,
  howLeftToday: (left: string, spent: string, days: string, result: string) =>
    `(${left} left + ${spent} spent today) ÷ ${days} − ${spent} = ${result}`,
  pinned: "The pinned budgets count; the pins are in “Arrange” on Budgets.",
  spendingFormula:
    "What went out of accounts that are on budget since the first of the month, less refunds. Moving money between your own accounts is no spending.",
  explain: "How is this made?",
  days: (n: number) => count(n, "day", "days"),
};
