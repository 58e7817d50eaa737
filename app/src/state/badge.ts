import { effect } from "@preact/signals";
import { gone, issues } from "./sync.ts";

/** The app's icon shows how much waits for a decision, where the system can. */
export function keepBadge(): void {
  effect(() => {
    const count = issues.value + (gone.value ? 1 : 0);
    const shown = count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.();
    // Not installed, or not allowed: then there is no icon to show it on.
    void shown?.catch(() => undefined);
  });
}
