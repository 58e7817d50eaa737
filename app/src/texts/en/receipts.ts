import { count } from "./count.ts";

export const receipts = {
  title: "Receipts",
  add: "Add a receipt",
  waits: "waits to be sent",
  refusedShort: "not taken by the server",
  remove: "Remove",
  removed: "Receipt removed",
  save: "Save",
  retry: "Try again",
  picture: (name: string) => `Receipt ${name}`,
  pdf: "A PDF, which opens once it is saved.",
  away: "It is not on this device, and the server cannot be reached now.",
  addedAt: (time: string) => `Added ${time}`,
  refused: (words: string) => `The server does not take it: ${words}`,
  entryGone: "Its entry is no longer there. Restore the entry, or save the receipt before you remove it.",
  only: (n: number) => `${count(n, "receipt waits", "receipts wait")} to be sent`,
  ofEntry: (title: string) => `Of ${title}`,
  faults: {
    kind: "That is neither a picture nor a PDF.",
    unreadable: "The picture could not be read.",
    tooLarge: "It is larger than 5 MB.",
    empty: "There is nothing in the file.",
    notKept: "It could not be kept on this device. Is there room left?",
    tooMany: "An entry can have 10 receipts; the others were left out.",
  },
};
