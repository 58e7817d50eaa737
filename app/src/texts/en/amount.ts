export const amount = {
  minus: "minus",
  hidden: "amount hidden",
};
