import { computed, signal } from "@preact/signals";
import { NOBODY, user } from "./device.ts";
import { today } from "./today.ts";

/** Longer than this nothing should be on one device alone that the browser may delete. */
const LONG_MS = 3 * 86_400_000;

/** Whether the browser has promised to delete nothing of what is stored here; it is taken to have until it was asked. */
const isKept = signal(true);

/** When the oldest change that waits in the ledger on the screen was made. */
export const oldestUnsent = signal<string | null>(null);

/** Something has waited for long, and may be deleted to make room. */
export const mayBeLost = computed(() => {
  // Looked at anew each day.
  if (today.value === "" || user.value?.id === NOBODY || isKept.value || oldestUnsent.value === null) return false;
  return Date.now() - Date.parse(oldestUnsent.value) > LONG_MS;
});

/** What the browser promised before; one that cannot be asked promises nothing. */
export function startStorage(): void {
  void learn(navigator.storage?.persisted?.bind(navigator.storage));
}

let isAsked = false;

/** Asks the browser to keep what is here. Before the first change there is nothing that the server does not have. */
export function askToKeep(): void {
  if (isAsked) return;
  isAsked = true;
  void learn(navigator.storage?.persist?.bind(navigator.storage));
}

async function learn(ask: (() => Promise<boolean>) | undefined): Promise<void> {
  isKept.value = (await ask?.().catch(() => false)) ?? false;
}
