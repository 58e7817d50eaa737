import fc from "fast-check";
import { expect, it } from "vitest";
import { base64url, detailsOf, isOfKey } from "../../src/push/details.ts";

const subscription = (key: Uint8Array) =>
  ({
    options: { applicationServerKey: key.buffer },
    toJSON: () => ({ endpoint: "https://push.example/1", expirationTime: null, keys: { p256dh: "p", auth: "a" } }),
  }) as unknown as PushSubscription;

it("knows the key that a subscription was made with", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 65, maxLength: 65 }), (key) => {
      const own = subscription(key);
      expect(isOfKey(own, base64url(key))).toBe(true);
      expect(isOfKey(own, Buffer.from(key).toString("base64url"))).toBe(true);
      expect(isOfKey(own, `A${base64url(key).slice(1)}B`)).toBe(false);
    }),
  );
});

it("tells the server what it takes, and nothing that is null", () => {
  expect(detailsOf(subscription(new Uint8Array(65)), "key", "ru")).toEqual({
    webPush: { endpoint: "https://push.example/1", keys: { p256dh: "p", auth: "a" }, vapidKey: "key" },
    platform: "web",
    locale: "ru",
  });
});
