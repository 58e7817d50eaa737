export const accountTypes = {
  checking: "Bank account",
  savings: "Savings",
  cash: "Cash",
  creditCard: "Credit card",
  loan: "Loan",
  investment: "Investment",
  other: "Other",
};
