import { effect, signal } from "@preact/signals";
import { reach } from "./connection.ts";

/** A newer release is on the device and waits to be used; or the one on the screen is no longer whole. */
export const isUpdateReady = signal(false);

let registration: ServiceWorkerRegistration | null = null;
let isAsked = false;

const LOOK_MS = 3_600_000;
/** What people do first has time until then. */
const REST_MS = 3_000;

/** Registers the worker, and notices when a release is there. Nothing is reloaded before somebody asks. */
export async function startUpdates(): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  const workers = navigator.serviceWorker;
  const hadWorker = workers.controller !== null;
  workers.addEventListener("controllerchange", () => {
    if (isAsked) location.reload();
    else if (hadWorker) isUpdateReady.value = true;
  });
  // Some browsers have no workers in private windows, or forbid them: the app is used without one then.
  registration = (await workers.register("/sw.js").catch(() => null)) ?? null;
  if (!registration) return;
  const look = (worker: ServiceWorker | null) => {
    if (!worker) return;
    const ready = () => {
      if (worker.state === "installed" && workers.controller) isUpdateReady.value = true;
    };
    worker.addEventListener("statechange", ready);
    ready();
  };
  look(registration.waiting);
  look(registration.installing);
  registration.addEventListener("updatefound", () => look(registration?.installing ?? null));
  void workers.ready.then(keepRest);
  addEventListener("online", () => void workers.ready.then(keepRest));
  let looked = Date.now();
  addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - looked < LOOK_MS) return;
    looked = Date.now();
    void registration?.update().catch(() => undefined);
  });
  effect(() => {
    // The server takes this release no more: the next one is fetched at once.
    if (reach.value === "tooOld") void registration?.update().catch(() => undefined);
  });
}

/** Goes on with the new release. */
export function reload(): void {
  isAsked = true;
  if (registration?.waiting) registration.waiting.postMessage("skip-waiting");
  else location.reload();
}

/** The files that nobody needs at once are fetched when nothing else goes on; who saves data fetches what they go to. */
function keepRest({ active }: ServiceWorkerRegistration): void {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  if (connection?.saveData || !navigator.onLine) return;
  const ask = () => active?.postMessage("fetch-rest");
  setTimeout(() => ("requestIdleCallback" in window ? requestIdleCallback(ask) : ask()), REST_MS);
}
