import { signal } from "@preact/signals";

/** What a new entry begins with, by the list that is on the screen: the query of its address, or nothing. */
export const prefill = signal("");
