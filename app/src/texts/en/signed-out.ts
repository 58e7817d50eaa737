import { count } from "./count.ts";

export const signedOut = {
  title: "Signed out here",
  text: (email: string) =>
    `${email} is signed out on this device. Until they sign in again, nothing of theirs is shown.`,
  kept: (n: number) =>
    `${count(n, "change that was not sent is kept", "changes that were not sent are kept")} here, and will be sent after signing in.`,
  nothing: "Everything was sent. Nothing is lost.",
  signIn: "Sign in again",
  another: "Somebody else signs in",
  takeOff: "Take everything off this device",
};
