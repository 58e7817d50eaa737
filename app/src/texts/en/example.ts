export const example = {
  title: "An example household",
  text: "Everything here is made up, and on this device only. Try whatever you like.",
  leave: "Leave the example",
  leaveText: "The example is deleted from this device, with what you entered in it. Then you begin with your own.",
  register: "Create an account",
  take: "Take the example household along",
  takeHint: "Otherwise it is deleted from this device as soon as you are in.",
};
