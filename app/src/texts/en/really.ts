export const really = {
  ask: (amount: string) => `Really ${amount}? That is far more than any amount in this ledger so far.`,
  save: "Save it",
};
