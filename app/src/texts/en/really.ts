export const really = {
  title: "Really so much?",
  ask: (amount: string) => `${amount} is far more than any amount in this ledger so far.`,
  change: "Change it",
  save: "Save it",
};
