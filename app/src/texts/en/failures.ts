import { count } from "./count.ts";

export const failures = {
  offline: "There is no connection. Signing in needs one; trying without an account does not.",
  unreachable: "Something other than the server answered. Is there a sign-in page of this network?",
  busy: (minutes: number) => `The server asks to wait. Try again in ${count(minutes, "minute", "minutes")}.`,
  signedOut: "The sign-in has ended.",
};
