import type { Answer } from "../replica/index.ts";
import { NOBODY, user } from "../state/device.ts";
import { remembered } from "../state/remembered.ts";
import { ask } from "../state/server.ts";
import { language } from "../state/settings.ts";
import { detailsOf, isOfKey } from "./details.ts";
import { forgetPush, keepPush } from "./kept.ts";
import { isDiscreet, pushedUser } from "./pushed.ts";

/** Why this device is not notified, or that it is. */
export type PushState = "on" | "off" | "unsupported" | "blocked" | "notOffered" | "failed";

const installation = remembered<string | null>("installation", null);

interface Offer {
  readonly webPush?: { readonly publicKey: string } | null;
}

const isSupported = () => "serviceWorker" in navigator && "PushManager" in globalThis && "Notification" in globalThis;

export function pushState(): PushState {
  if (!isSupported()) return "unsupported";
  if (Notification.permission === "denied") return "blocked";
  return pushedUser.value !== null && pushedUser.value === user.value?.id ? "on" : "off";
}

/** Asks the browser, which asks the user, and tells the server where to. */
export async function subscribe(): Promise<PushState | Exclude<Answer<unknown>, { ok: true }>> {
  const known = user.value;
  if (!isSupported()) return "unsupported";
  if (!known || known.id === NOBODY) return { ok: false, reason: "signedOut" };
  const offer = await ask<Offer>({ method: "GET", path: "client-config" });
  if (!offer.ok) return offer;
  const key = offer.value.webPush?.publicKey;
  if (!key) return "notOffered";
  if ((await Notification.requestPermission()) !== "granted") return "blocked";
  let subscription: PushSubscription;
  try {
    const { pushManager } = await navigator.serviceWorker.ready;
    const before = await pushManager.getSubscription();
    if (before && !isOfKey(before, key)) await before.unsubscribe();
    subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  } catch {
    return "failed";
  }
  installation.value ??= crypto.randomUUID();
  const path = `devices/${installation.value}`;
  const answer = await ask({ method: "PUT", path, body: detailsOf(subscription, key, language.value) });
  if (!answer.ok) return answer;
  await keepPush({
    installationId: installation.value,
    userId: known.id,
    locale: language.value,
    isDiscreet: isDiscreet(),
  });
  pushedUser.value = known.id;
  return "on";
}

/** At every start: the server forgets devices that it does not hear of, and may have a new key. */
export async function renewPush(): Promise<void> {
  if (pushState() === "on" && Notification.permission === "granted") await subscribe();
}

export async function unsubscribe(): Promise<void> {
  pushedUser.value = null;
  await forgetPush();
  if (installation.value !== null) await ask({ method: "DELETE", path: `devices/${installation.value}` });
  if (!isSupported()) return;
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}
