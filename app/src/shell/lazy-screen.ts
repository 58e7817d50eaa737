import type { ComponentType } from "preact";
import { lazy } from "preact-iso";
import { say } from "../state/snack.ts";
import { texts } from "../state/texts.ts";
import { isUpdateReady } from "../state/update.ts";

const AGAIN_MS = 2_000;
/** So often a file is asked for of a server that is there, before it is taken for one of a release that is gone. */
const TRIES = 3;

/**
 * A screen that is a file of its own: fetched at need and kept by the worker, since the first one must not wait for the others. Who is
 * offline before the worker has them all is told so, and gets the screen once there is a connection.
 */
export function lazyScreen<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return lazy(async () => {
    for (let tries = 1; ; tries++) {
      const screens = await load().catch(() => null);
      if (screens) return screens[name];
      if (tries === 1) say({ text: texts().broken.notHere });
      if (tries === TRIES && navigator.onLine) isUpdateReady.value = true;
      await again();
    }
  });
}

/** After a while, or as soon as there is a connection. */
function again(): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener("online", go);
      resolve();
    };
    const timer = setTimeout(go, AGAIN_MS);
    addEventListener("online", go);
  });
}
