import { signal } from "@preact/signals";

export interface Snack {
  readonly text: string;
  readonly undo?: () => Promise<void> | void;
}

export const SHOWN_MS = 8_000;

export const snack = signal<Snack | null>(null);

let timer: ReturnType<typeof setTimeout> | undefined;

/** Says at the bottom of the screen what was done, and offers to undo it for a while. */
export function say(said: Snack, shownMs = SHOWN_MS): void {
  clearTimeout(timer);
  snack.value = said;
  timer = setTimeout(() => {
    if (snack.value === said) snack.value = null;
  }, shownMs);
}

export function hush(): void {
  clearTimeout(timer);
  snack.value = null;
}
