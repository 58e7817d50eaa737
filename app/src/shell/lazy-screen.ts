import { type ComponentType, h } from "preact";
import { useEffect, useState } from "preact/hooks";
import { lazy } from "preact-iso";
import { patiently } from "../state/patiently.ts";
import { loadRest } from "../state/texts.ts";

/**
 * A screen of every day: it comes with the app's core, which is on the device as soon as the app is. Where the build finds that core,
 * `scripts/chunks.ts` has them too.
 */
export function earlyScreen<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return lazy(async () => (await patiently(load))[name]);
}

/**
 * A screen that is a file of its own: fetched at need or when there is time, and kept by the worker, since the first one must not wait for
 * the others. Who is offline before the worker has them all is told so, and gets the screen once there is a connection.
 */
export function lazyScreen<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return lazy(async () => (await patiently(() => Promise.all([load(), loadRest()])))[0][name]);
}

/** As a screen, what opens on one: nothing is drawn until it is there. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let part: ComponentType<Props> | null = null;
  return function Part(props: Props) {
    const [, redraw] = useState(0);
    useEffect(() => {
      if (part) return;
      void patiently(load).then((found) => {
        part = found;
        redraw(1);
      });
    }, []);
    return part && h(part, props);
  };
}
