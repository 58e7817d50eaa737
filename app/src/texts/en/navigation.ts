export const navigation = {
  label: "Main",
  home: "Home",
  entries: "Entries",
  budgets: "Budgets",
  more: "More",
  add: "New entry",
};
