import { userId } from "./device.ts";
import { closed, lock } from "./lock.ts";
import { afterWrong, isPin, keptPin, NO_TRIES, type Tries, waitLeft } from "./pin.ts";
import { askPlatformKey } from "./platform-key.ts";
import { remembered } from "./remembered.ts";

const tries = remembered<Tries>("lock-tries", NO_TRIES);

export async function setLock(pin: string): Promise<void> {
  closed.value = false;
  tries.value = NO_TRIES;
  lock.value = { pin: await keptPin(pin), by: userId.value, platformKey: null, afterSeconds: 60, allowsEntry: false };
}

/** Milliseconds until the next try is taken. */
export function toWait(): number {
  return waitLeft(tries.value, Date.now());
}

/** Opens with the PIN; false where it is another one, or a try came too early. */
export async function unlock(pin: string): Promise<boolean> {
  if (!lock.value || toWait() > 0) return false;
  // Counted before it is looked at, so that closing the page saves no try.
  tries.value = afterWrong(tries.value, Date.now());
  if (!(await isPin(pin, lock.value.pin))) return false;
  tries.value = NO_TRIES;
  closed.value = false;
  return true;
}

export async function unlockByPlatform(): Promise<boolean> {
  const key = lock.value?.platformKey;
  if (!key || !(await askPlatformKey(key))) return false;
  tries.value = NO_TRIES;
  closed.value = false;
  return true;
}
