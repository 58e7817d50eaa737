export const more = {
  title: "More",
  accounts: "Accounts",
  sync: "Synchronisation",
  settings: "Settings",
  ledgers: "Ledgers",
  charts: "Charts",
  categories: "Categories",
  payees: "Payees",
  tags: "Tags",
  trash: "Trash",
};
