export const more = {
  title: "More",
  accounts: "Accounts",
  sync: "Synchronisation",
  settings: "Settings",
  ledgers: "Ledgers",
  trash: "Trash",
};
