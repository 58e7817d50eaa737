import { count } from "./count.ts";

export const settings = {
  title: "Settings",
  look: "Look and language",
  theme: "Theme",
  themes: { system: "As the device", light: "Light", dark: "Dark", black: "Black" },
  language: "Language",
  formats: "Numbers and dates",
  hideAmounts: "Hide amounts on this device",
  noAccount: "Without an account",
  noAccountText: "What you enter is on this device only, and gone with it.",
  register: "Create an account, or sign in",
  signOut: "Sign out",
  signOutText: "Everything of yours is taken off this device. It stays on the server.",
  unsent: (n: number) =>
    `${count(n, "change is", "changes are")} not on the server yet and would be lost. Save them as a file in Synchronisation first.`,
  throwAway: "Throw away what is here",
  throwAwayText: "Everything that was entered without an account is deleted for good.",
};
