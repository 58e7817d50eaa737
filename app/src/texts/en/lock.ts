import { count } from "./count.ts";

export const lock = {
  title: "MyBudget is locked",
  pin: "PIN",
  unlock: "Unlock",
  wrong: "That is not the PIN.",
  wait: (seconds: number) =>
    seconds < 120
      ? `Too many wrong tries. Wait ${count(seconds, "second", "seconds")}.`
      : `Too many wrong tries. Wait ${count(Math.ceil(seconds / 60), "minute", "minutes")}.`,
  byDevice: "Fingerprint, face or the device's code",
  entry: "New entry",
  forgotten: "PIN forgotten",
  forgottenText:
    "Nobody can tell you the PIN. You can take everything off this device; what is on the server comes back when you sign in.",
  forgottenLocal:
    "Nobody can tell you the PIN. You can take everything off this device; what was entered without an account is nowhere else, and would be lost.",
  forgottenUnsent: (n: number) => `${count(n, "change that was", "changes that were")} not sent would be lost.`,
  wipe: "Take everything off",
  card: "App lock",
  on: "Lock the app",
  hint: "Keeps others from looking when you hand them your phone. Only on this device.",
  needsHttps: "Needs a secure connection (https).",
  choose: "Choose a PIN",
  pinHint: "4 to 12 digits",
  again: "The same again",
  differs: "These two differ.",
  set: "Lock",
  after: "Lock when it was in the background",
  seconds: (n: number) =>
    n === 0 ? "At once" : n < 60 ? `for ${count(n, "second", "seconds")}` : `for ${count(n / 60, "minute", "minutes")}`,
  noDevice: "The device did not agree. The PIN still opens the app.",
  allowEntry: "Quick entry without unlocking",
  allowEntryHint: "Entries can be made; no balance, payee or list is shown.",
};
