import { say } from "./snack.ts";
import { texts } from "./texts.ts";
import { isUpdateReady } from "./update.ts";

const AGAIN_MS = 2_000;
/** So often a file is asked for of a server that is there, before it is taken for one of a release that is gone. */
const TRIES = 3;

/** What is a file of its own, as soon as it can be had. */
export async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    const found = await load().then(
      (value) => ({ value }),
      () => null,
    );
    if (found) return found.value;
    if (tries === 1) say({ text: texts().broken.notHere });
    if (tries === TRIES && navigator.onLine) isUpdateReady.value = true;
    await again();
  }
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
