import { signal } from "@preact/signals";

const query = matchMedia("(min-width: 52.5rem)");

/** Whether there is room for a list and what is chosen in it beside each other. */
export const isWide = signal(query.matches);

query.addEventListener("change", () => {
  isWide.value = query.matches;
});
