import { signal } from "@preact/signals";
import { type Day, dayAt } from "../replica/index.ts";
import { timeZone } from "./settings.ts";

const now = () => dayAt(new Date(), timeZone());

/** The user's calendar day, which changes at midnight while the app is open. */
export const today = signal<Day>(now());

export function keepToday(): void {
  const look = () => {
    today.value = now();
  };
  setInterval(look, 30_000);
  addEventListener("visibilitychange", look);
}
