import { computed } from "@preact/signals";
import { remembered } from "./remembered.ts";

/** Who is being taken off this device, kept until all of them is off: a page may go in the midst of it. */
export const leaving = remembered<readonly string[]>("leaving", []);

/** Until the page begins anew; nothing is typed meanwhile that would go with it, and nothing is shown. */
export const isLeaving = computed(() => leaving.value.length > 0);
