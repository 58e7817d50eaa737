export const bulk = {
  label: "Change the chosen entries",
  chosen: "Chosen",
  choosing: "Choose",
  count: (n: number) => `${n} chosen`,
  close: "Choose none",
  fields: {
    category: "Change category",
    account: "Move to another account",
    payee: "Change payee",
    tags: "Add or remove tags",
    status: "Change status",
    date: "Move the dates",
    delete: "Delete entries",
  },
  join: "Merge two entries",
};
