import { effect, signal } from "@preact/signals";
import { NOBODY, user } from "./device.ts";
import { ask, type Schemas } from "./server.ts";
import { issues } from "./sync.ts";

/** How many notifications were not read, as the server last said. */
export const unread = signal(0);

/** The number on the app's icon: what waits for the user. */
export function startInbox(): void {
  effect(() => {
    unread.value = 0;
    const known = user.value;
    if (known && known.id !== NOBODY && !known.isSignedOut) void countUnread();
  });
  effect(() => {
    const waiting = unread.value + issues.value;
    const badging = navigator as Navigator & {
      setAppBadge?: (n: number) => Promise<void>;
      clearAppBadge?: () => Promise<void>;
    };
    void (waiting > 0 ? badging.setAppBadge?.(waiting) : badging.clearAppBadge?.())?.catch(() => {});
  });
}

export async function countUnread(): Promise<void> {
  const answer = await ask<Schemas["UnreadCount"]>({ method: "GET", path: "notifications/unread-count" });
  if (answer.ok) unread.value = Number(answer.value.unread);
}
