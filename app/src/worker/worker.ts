/// <reference lib="webworker" />
import { answer, clean, fetchRest, install } from "./precache.ts";
import { openPush, showPush, subscribeAnew } from "./push.ts";
import { SHARE_PATH, takeShared } from "./shared.ts";

declare const self: ServiceWorkerGlobalScope;

self.addEventListener("install", (event) => event.waitUntil(install()));

self.addEventListener("activate", (event) => event.waitUntil(clean().then(() => self.clients.claim())));

self.addEventListener("message", (event) => {
  // A page asks for it once no form is open in it.
  if (event.data === "skip-waiting") void self.skipWaiting();
  // And for this when it has nothing else to do.
  if (event.data === "fetch-rest") event.waitUntil(fetchRest().catch(() => undefined));
});

self.addEventListener("push", (event) => event.waitUntil(showPush(event.data)));

self.addEventListener("notificationclick", (event) => event.waitUntil(openPush(event.notification)));

self.addEventListener("pushsubscriptionchange", (event) =>
  (event as unknown as ExtendableEvent).waitUntil(subscribeAnew()),
);

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method === "POST" && url.origin === self.location.origin && url.pathname === SHARE_PATH) {
    event.respondWith(takeShared(request));
    return;
  }
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (isServers(url.pathname)) return;
  event.respondWith(answer(request, request.mode === "navigate" ? "/" : url.pathname));
});

/** What the server answers itself. */
function isServers(path: string): boolean {
  return /^\/(api|health|docs|openapi|\.well-known)(\/|$)/.test(path);
}
