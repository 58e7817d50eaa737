export const amountFaults = {
  empty: () => "Enter an amount.",
  notANumber: () => "This is not an amount.",
  tooPrecise: (currency: string, decimals: number) =>
    decimals === 0 ? `${currency} has no decimals.` : `${currency} has ${decimals} decimals.`,
  negative: () => "This cannot be less than zero.",
  divisionByZero: () => "Nothing can be divided by zero.",
  tooLarge: () => "This is more than an entry can hold.",
};
