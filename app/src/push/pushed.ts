import { effect } from "@preact/signals";
import { lock } from "../state/lock.ts";
import { remembered } from "../state/remembered.ts";
import { hidesAmounts } from "../state/settings.ts";

/** Who asked to be notified here; nobody else of this device is. */
export const pushedUser = remembered<string | null>("pushed-user", null);

export function isDiscreet(): boolean {
  return hidesAmounts.value || lock.value !== null;
}

/** What only who is notified needs, at every start; where its file cannot be had, at the next. */
export async function keepPushed(): Promise<void> {
  if (pushedUser.value === null) return;
  const { renewPush } = await import("./subscribe.ts");
  await renewPush();
}

/** The worker shows notifications while no page is there to ask. */
export function tellDiscretion(): void {
  effect(() => {
    const now = isDiscreet();
    if (pushedUser.value !== null) void import("./kept.ts").then(({ keepDiscretion }) => keepDiscretion(now));
  });
}
