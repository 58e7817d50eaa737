import { count } from "./count.ts";

export const settings = {
  title: "Settings",
  look: "Look and language",
  theme: "Theme",
  themes: { system: "As the device", light: "Light", dark: "Dark", black: "Black" },
  language: "Language",
  formats: "Numbers and dates",
  hideAmounts: "Hide amounts on this device",
  contrast: "High contrast",
  contrastHint: "Stronger lines and colours.",
  textSize: "Size of text",
  hideAmountsHint: "In charts and in the title of the window, too.",
  entry: "New entries",
  account: "Account of a new entry",
  accountHint: "It can be changed in each entry.",
  lastUsed: "The one used last for this category",
  keypad: "Keypad",
  keypads: { phone: "1 2 3 above, as on phones", calculator: "7 8 9 above, as on calculators" },
  haptics: "Feel the keys",
  noAccountText: "What you enter is on this device only, and gone with it.",
  register: "Create an account, or sign in",
  signOut: "Sign out",
  signOutText:
    "Everything of yours is taken off this device. What was sent stays on the server; files that wait to be imported, half-typed entries and saved filters go.",
  unsent: (n: number) =>
    `${count(n, "change is", "changes are")} not on the server yet and would be lost. They can be saved as a file first.`,
  throwAway: "Throw away what is here",
  throwAwayText: "Everything that was entered without an account is deleted for good.",
};
