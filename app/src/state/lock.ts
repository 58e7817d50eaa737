import { computed, effect, signal } from "@preact/signals";
import type { KeptPin } from "./pin.ts";
import { remembered } from "./remembered.ts";
import { hush } from "./snack.ts";

/** How the app is locked on this device. It keeps other hands off the screen; what is stored is not encrypted by it. */
export interface Lock {
  readonly pin: KeptPin;
  /** Who locked it: the lock goes with them. */
  readonly by?: string | null;
  /** A key of the device's own authenticator, beside the PIN. */
  readonly platformKey: string | null;
  /** So long may it be in the background. */
  readonly afterSeconds: number;
  /** An entry can be made without unlocking; nothing is shown then. */
  readonly allowsEntry: boolean;
}

export const lock = remembered<Lock | null>("lock", null);

/** Written by `unlock.ts`. */
export const closed = signal(lock.value !== null);

export const isLocked = computed(() => lock.value !== null && closed.value);

/** Entries can be made, and nothing that is known is shown: neither balances nor what was entered before. */
export const isWriteOnly = isLocked;

/** When it was locked last, in whichever tab: it locks all of them. */
const lockedAt = remembered("locked-at", 0);

/** Locks when the app comes back after it was long enough out of sight. */
export function keepLock(): void {
  let known = lockedAt.peek();
  effect(() => {
    if (lockedAt.value === known) return;
    known = lockedAt.value;
    closed.value = true;
    // What was just done must not be read, or undone, by the next who looks.
    hush();
  });
  let hiddenAt: number | null = null;
  addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") hiddenAt = Date.now();
    else if (hiddenAt !== null && lock.value && Date.now() - hiddenAt >= lock.value.afterSeconds * 1000) lockNow();
  });
}

export function lockNow(): void {
  lockedAt.value = Math.max(Date.now(), lockedAt.value + 1);
}
