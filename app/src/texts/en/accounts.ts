export const accounts = {
  title: "Accounts",
  onBudget: "On budget",
  offBudget: "Off budget",
  closed: "Closed",
  balance: "Balance",
  cleared: "Cleared",
  empty: "Nothing has moved this account yet.",
};
