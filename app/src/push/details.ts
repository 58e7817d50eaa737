/** A browser's subscription as the server registers it. */
export function detailsOf(subscription: PushSubscription, vapidKey: string, locale: string, name?: string) {
  const { endpoint, keys, expirationTime } = subscription.toJSON();
  return {
    webPush: { endpoint, keys, ...(expirationTime == null ? {} : { expirationTime }), vapidKey },
    platform: "web",
    locale,
    ...(name === undefined ? {} : { name }),
  };
}

/** Whether a subscription was made with this key of the server; another takes its messages no more. */
export function isOfKey(subscription: PushSubscription, vapidKey: string): boolean {
  const key = subscription.options.applicationServerKey;
  return key !== null && base64url(new Uint8Array(key)) === vapidKey.replace(/=+$/, "");
}

export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}
