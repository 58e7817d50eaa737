import { computed, signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { isLocked } from "../state/lock.ts";
import { match } from "./key-match.ts";

/** Something that can be done from anywhere: listed in the palette, and by its keys where it has some. */
export interface Action {
  /** Kebab-case English, for tests. */
  readonly name: string;
  readonly label: string;
  readonly icon?: string;
  /** Such as "n", "?", or "g h" for one after the other. */
  readonly keys?: string;
  readonly run: () => void;
}

const groups = signal<readonly (readonly Action[])[]>([]);

/** Those of the screen first, then those that are always there. */
export const actions = computed(() => groups.value.flat());

export const isPaletteOpen = signal(false);

/** Adds actions for as long as a component is on the screen: `useActions([{ name: "next", label, keys: "j", run }])`. */
export function useActions(all: readonly Action[]): void {
  const latest = useRef(all);
  latest.current = all;
  const known = all.map(({ name, label, keys }) => `${name}|${label}|${keys}`).join();
  // With what is shown, and not some moments later: whoever sees a list uses its keys.
  useLayoutEffect(() => {
    // What they do is looked up when they are done, so that it is never what an earlier rendering meant.
    const group = latest.current.map((action) => ({
      ...action,
      run: () => latest.current.find(({ name }) => name === action.name)?.run(),
    }));
    groups.value = [group, ...groups.peek()];
    return () => {
      groups.value = groups.peek().filter((one) => one !== group);
    };
  }, [known]);
}

const PAUSE_MS = 1500;

/** Listens to the keyboard from now on. */
export function startKeys(): void {
  let typed: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  addEventListener("keydown", (event) => {
    if (isLocked.value || event.defaultPrevented || event.isComposing) return;
    const { key } = event;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && key.toLowerCase() === "k") {
      event.preventDefault();
      if (isPaletteOpen.value || !document.querySelector("dialog[open]")) isPaletteOpen.value = !isPaletteOpen.value;
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || key === "Shift" || isTypedInto(event.target)) return;
    const all = actions.value.flatMap(({ keys }) => (keys === undefined ? [] : [keys]));
    const found = match(all, typed, key);
    clearTimeout(timer);
    typed = found.typed;
    timer = setTimeout(() => {
      typed = [];
    }, PAUSE_MS);
    if (found.is === "nothing") return;
    event.preventDefault();
    if (found.is === "complete") actions.value.find(({ keys }) => keys === found.keys)?.run();
  });
}

/** Where a key is a letter, or belongs to what is open. */
function isTypedInto(target: EventTarget | null): boolean {
  if (document.querySelector("dialog[open], [data-screen=new]")) return true;
  return (
    target instanceof HTMLElement && target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]")
  );
}
