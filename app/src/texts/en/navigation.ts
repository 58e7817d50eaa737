import { count } from "./count.ts";

export const navigation = {
  label: "Main",
  home: "Home",
  entries: "Entries",
  budgets: "Budgets",
  more: "More",
  add: "New entry",
  unread: (n: number) => count(n, "unread notification", "unread notifications"),
};
