import type { texts } from "./en/index.ts";

/** What every language has to say: what English says. */
export type Texts = typeof texts;
