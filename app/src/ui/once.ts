import { useRef } from "preact/hooks";

/** So long a screen may take to go after it was left. */
const LEAVING_MS = 1000;

/**
 * Does something one at a time: the second of two quick taps is not meant as another. What answers true leaves the screen, and is not done
 * again while that goes.
 */
export function useOnce<A extends unknown[]>(run: (...args: A) => Promise<unknown>): (...args: A) => Promise<void> {
  const isBusy = useRef(false);
  return async (...args) => {
    const [first] = args;
    // Even where nothing is done, the browser must not send a form.
    if (first instanceof Event) first.preventDefault();
    if (isBusy.current) return;
    isBusy.current = true;
    let hasLeft = false;
    const free = () => {
      isBusy.current = false;
    };
    try {
      hasLeft = (await run(...args)) === true;
    } finally {
      if (hasLeft) setTimeout(free, LEAVING_MS);
      else free();
    }
  };
}
