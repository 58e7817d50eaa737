import { count } from "./count.ts";

interface Trouble {
  readonly kind: "noAccount" | "offline" | "signedOut" | "unsent" | "differs" | "refused";
  readonly words?: string;
}

export const reconcile = {
  title: "Reconcile",
  statement: "The bank's statement",
  on: "Day of the statement",
  balance: "Its balance",
  difference: "Difference; the goal is nothing",
  agrees: "They agree",
  finish: "Finish",
  finishing: "One moment ...",
  typeBalance: "Type the balance that the statement has.",
  mustAgree: "It can be finished when there is no difference left.",
  done: (name: string) => `${name} agrees with the statement`,
  pending: "Not confirmed by the bank",
  pendingHint: "Tick what is on the statement.",
  cleared: "Confirmed",
  clearedHint: "Take the tick from what is not on the statement.",
  nothing: "Nothing has moved the account since the last statement.",
  earlier: "Before the opening day",
  earlierHint: "These change no balance of the account's days. Ticked, they are reconciled with the others.",
  cut: "Only the latest 10,000 entries were looked through.",
  suggestions: "Where it may come from",
  tickOne: (entry: string) => `One entry is just the difference: ${entry}`,
  tickMany: (n: number) => `These ${n} entries that are not ticked are together the difference.`,
  untick: (entry: string) => `Not on the statement? ${entry} is just the difference.`,
  twin: (entry: string) => `There twice? ${entry}, and another one like it.`,
  sign: (entry: string) => `Money in or out? ${entry} is half the difference.`,
  swapped: (entry: string, amount: string) => `Two digits swapped? ${entry}; it would have to be ${amount}.`,
  nine: "The difference can be divided by nine: often two digits of an amount were swapped.",
  tick: "Tick",
  unticked: "Take the tick away",
  look: "Open",
  former: "Former statements",
  formerNoAccount:
    "Statements are kept on the server, which needs an account. What you tick here is kept on this device.",
  formerLoading: "One moment ...",
  formerOffline: "They are on the server, which cannot be reached now.",
  formerNone: "No statement has been compared with this account yet.",
  entries: (n: number) => count(n, "entry", "entries"),
  takenBack: (day: string) => `The statement of ${day} is taken back`,
  trouble: ({ kind, words = "" }: Trouble, amount: string) =>
    ({
      noAccount: "Finishing records the statement on the server, which needs an account. What you ticked is kept here.",
      offline: "Finishing needs a connection. What you ticked is kept on this device; finish it later.",
      signedOut: "Finishing needs you to sign in again. What you ticked is kept on this device.",
      unsent: "Some of what you ticked could not be sent yet. Try again in a moment, or look at Synchronisation.",
      differs: `On the server there is a difference of ${amount}: somebody changed something. It is shown here as soon as it is read.`,
      refused: words,
    })[kind],
};
