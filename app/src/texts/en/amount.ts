export const amount = {
  minus: "minus",
  turnSign: "Plus or minus",
  hidden: "amount hidden",
  hiddenChart: "Amounts are hidden, so the chart is, too.",
};
