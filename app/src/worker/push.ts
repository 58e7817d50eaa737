/// <reference lib="webworker" />
import { withoutAmounts } from "../amounts/hidden.ts";
import { detailsOf } from "../push/details.ts";
import { forgetPush, keptPush } from "../push/kept.ts";

declare const self: ServiceWorkerGlobalScope;

interface Message {
  readonly title: string;
  readonly body: string;
  readonly tag?: string;
  readonly url: string;
  readonly data: Readonly<Record<string, string>>;
}

/** Something is always shown, or the browser takes the permission away. */
export async function showPush(data: PushMessageData | null): Promise<void> {
  let message: Message;
  try {
    message = data?.json() as Message;
    if (typeof message.title !== "string") throw new TypeError("No message.");
  } catch {
    message = { title: "MyBudget", body: "", url: "/notifications", data: {} };
  }
  const { title, body, tag, url, data: facts } = message;
  // Where what was kept cannot be read, nobody knows what may be shown.
  const isDiscreet = await keptPush().then(
    (kept) => kept?.isDiscreet ?? false,
    () => true,
  );
  const shown = (text: string) => (isDiscreet ? withoutAmounts(text) : text);
  await self.registration.showNotification(shown(title), {
    body: shown(body ?? ""),
    icon: "/icon-192.png",
    badge: "/icon-monochrome-96.png",
    ...(tag === undefined ? {} : { tag }),
    data: { ...facts, url },
  });
}

/** Opens what it tells of, in the window that is there, or a new one. */
export async function openPush(notification: Notification): Promise<void> {
  notification.close();
  const { url, notificationId, ledgerId } = (notification.data ?? {}) as Record<string, string | undefined>;
  const target = new URL(url ?? "/notifications", self.location.origin);
  if (target.origin !== self.location.origin) return;
  if (notificationId !== undefined) target.searchParams.set("notice", notificationId);
  if (ledgerId !== undefined) target.searchParams.set("ledger", ledgerId);
  const open = target.pathname + target.search;
  const [known] = await self.clients.matchAll({ type: "window" });
  if (!known) {
    await self.clients.openWindow(open);
    return;
  }
  await known.focus();
  known.postMessage({ open });
}

/** The browser has ended a subscription: a new one is made and told to the server, though no page is open. */
export async function subscribeAnew(): Promise<void> {
  const kept = await keptPush();
  if (!kept) return;
  const config = (await (await fetch("/api/v1/client-config")).json()) as { webPush?: { publicKey: string } | null };
  const key = config.webPush?.publicKey;
  if (!key) return;
  const subscription = await self.registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: key,
  });
  const headers = { "Content-Type": "application/json", "X-MyBudget-Session": "cookie" };
  const refreshed = await fetch("/api/v1/auth/refresh", { method: "POST", headers, body: "{}" });
  // Without a sign-in there is nobody to tell; the next start of the app does it.
  if (!refreshed.ok) return;
  const { accessToken, user } = (await refreshed.json()) as { accessToken: string; user: { id: string } };
  if (user.id !== kept.userId) return forgetPush();
  await fetch(`/api/v1/devices/${kept.installationId}`, {
    method: "PUT",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${accessToken}` },
    body: JSON.stringify(detailsOf(subscription, key, kept.locale)),
  });
}
