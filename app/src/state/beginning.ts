import { signal } from "@preact/signals";

/** The first steps are being gone: they stay on the screen after the ledger is there, until somebody has chosen how to go on. */
export const isBeginning = signal(false);
