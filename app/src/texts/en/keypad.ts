export const keypad = {
  label: "Keypad",
  back: "Delete the last digit; hold to clear",
  times: "Times",
  minus: "Minus",
  plus: "Plus",
  decimal: "Decimal mark",
};
