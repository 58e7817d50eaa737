export const entries = {
  title: "Entries",
  empty: "No entries yet. The plus below records one.",
  uncategorised: "No category",
  pending: "pending",
  transfer: (from: string, to: string) => `${from} → ${to}`,
  split: (n: number) => `Split in ${n}`,
};
