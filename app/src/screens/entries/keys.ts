import { useLayoutEffect, useRef } from "preact/hooks";

export interface ListKeys {
  readonly move: (by: 1 | -1) => void;
  readonly select: () => void;
  readonly category: () => void;
  readonly open: () => void;
  readonly edit: () => void;
  readonly remove: () => void;
  readonly escape: () => void;
  readonly search: () => void;
}

/** Keys of the list, wherever nobody types and no dialog asks. After `g` comes the name of a place, which is not for the list. */
export function useListKeys(keys: ListKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  // With the list itself: whoever sees it uses its keys.
  useLayoutEffect(() => {
    // Moments are counted from when the page was opened, and its first second is not after a `g`.
    const never = Number.NEGATIVE_INFINITY;
    let wentAt = never;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      if (!(target instanceof HTMLElement) || target.closest("input, select, textarea, dialog")) return;
      const isAfterGo = event.timeStamp - wentAt < 1000;
      wentAt = event.key === "g" ? event.timeStamp : never;
      const act = isAfterGo ? undefined : actFor(event.key, latest.current, target);
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

function actFor(key: string, keys: ListKeys, target: HTMLElement): (() => void) | undefined {
  // What has the focus does its own by Enter.
  if (key === "Enter") return target.closest("a, button") ? undefined : keys.open;
  const acts: Readonly<Record<string, () => void>> = {
    j: () => keys.move(1),
    k: () => keys.move(-1),
    x: keys.select,
    c: keys.category,
    e: keys.edit,
    Delete: keys.remove,
    Escape: keys.escape,
    "/": keys.search,
  };
  return acts[key];
}
