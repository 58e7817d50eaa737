import { changeUser, user } from "../state/device.ts";
import { ask } from "../state/server.ts";

/** A notification leads to an address that also says which it was, and of which ledger; what is left of it is the screen's. */
export function arrivedAt(address: string): string {
  const url = new URL(address, location.origin);
  const [notice, ledgerId] = [url.searchParams.get("notice"), url.searchParams.get("ledger")];
  url.searchParams.delete("notice");
  url.searchParams.delete("ledger");
  showLedger(ledgerId);
  if (notice !== null) void ask({ method: "PUT", path: `notifications/${encodeURIComponent(notice)}/read` });
  return url.pathname + url.search;
}

/** Puts a ledger of the user on the screen. */
export function showLedger(ledgerId: string | null | undefined): void {
  const known = user.value;
  if (known?.ledgers.some(({ id }) => id === ledgerId)) changeUser(known.id, { ledgerId: ledgerId ?? null });
}

/** For what leads here from outside: the address that the app was opened at, and what is said while it is open. */
export function takeArrivals(): void {
  if (/[?&](notice|ledger)=/.test(location.search)) {
    history.replaceState(null, "", arrivedAt(location.pathname + location.search));
  }
  if (!("serviceWorker" in navigator)) return;
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    const open = (data as { open?: unknown } | null)?.open;
    if (typeof open !== "string" || !open.startsWith("/") || open.startsWith("//")) return;
    history.pushState(null, "", arrivedAt(open));
    // The router follows what the browser says of its history.
    dispatchEvent(new PopStateEvent("popstate"));
  });
}
