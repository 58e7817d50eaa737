import { count } from "./count.ts";

export const names = {
  titles: { payee: "Payees", tag: "Tags" },
  empty: { payee: "No entry names a payee yet.", tag: "No entry has a tag yet." },
  find: "Find",
  nothing: "Nothing is called so.",
  used: (n: number, last: string) => `${count(n, "entry", "entries")}, last ${last}`,
  rename: (name: string) => `Rename ${name}`,
  newName: "New name",
  everywhere: (n: number) => `${count(n, "entry changes", "entries change")}.`,
  skipped: (n: number) => `${count(n, "reconciled entry keeps", "reconciled entries keep")} the old name.`,
  joins: (name: string) => `${name} is there already: both become one.`,
  save: "Rename",
  renamed: (from: string, to: string) => `${from} is now ${to}`,
  nameMissing: "Type the new name.",
  tagFault: "A tag is one word, without blanks or commas.",
};
