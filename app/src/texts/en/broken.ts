export const broken = {
  text: "Something in the app went wrong. What you entered is kept.",
  retry: "Try again",
  home: "To the start",
  notHere: "This screen is not on this device yet. It comes with the connection.",
};
