import { count } from "./count.ts";

export const asked = {
  local: "Only a server keeps this, and you use the app without an account.",
  offline: "Only the server knows this, and there is no connection now.",
  unreachable: "Something other than the server answered. Is there a sign-in page of this network?",
  busy: (minutes: number) => `The server asks to wait. Try again in ${count(minutes, "minute", "minutes")}.`,
  signedOut: "The sign-in has ended. Sign in to see this.",
};
