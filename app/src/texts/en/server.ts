import { count } from "./count.ts";

export const server = {
  offline: "This needs the server, and there is no connection at the moment. Nothing that you entered is lost.",
  unreachable: "Something other than the server answered. Is there a sign-in page of this network?",
  busy: (minutes: number) => `The server asks to wait. Try again in ${count(minutes, "minute", "minutes")}.`,
  signedOut: "The sign-in on this device has ended. Sign in again to go on.",
  needsAccount: "This needs an account on the server. What you have entered without one goes along into it.",
  signIn: "Sign in or register",
  again: "Try again",
  loading: "Asking the server …",
};
