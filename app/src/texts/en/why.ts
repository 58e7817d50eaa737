import { count } from "./count.ts";

export const why = {
  text: "They are counted on this device from your own entries. What is recent counts more.",
  reasons: {
    payee: (n: number) => `${count(n, "entry", "entries")} of this payee`,
    amount: (n: number) => `${count(n, "entry", "entries")} of this amount`,
    time: (n: number) => `${count(n, "entry", "entries")} at this time of the week`,
    recent: (n: number) => `${count(n, "entry", "entries")} lately`,
  },
};
