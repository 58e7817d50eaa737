import { effect, type Signal, signal } from "@preact/signals";

const PREFIX = "mybudget.";

/** A value that this device keeps between starts, the same in all tabs. Where nothing can be kept, it lasts as long as the page. */
export function remembered<T>(name: string, otherwise: T): Signal<T> {
  const key = PREFIX + name;
  const kept = signal<T>(read(key) ?? otherwise);
  let isFirst = true;
  effect(() => {
    const { value } = kept;
    if (!isFirst) write(key, value);
    isFirst = false;
  });
  addEventListener("storage", (event) => {
    if (event.key === key) kept.value = read<T>(key) ?? otherwise;
  });
  return kept;
}

/** All that was remembered is forgotten. */
export function forgetRemembered(beginning: string): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX + beginning)) localStorage.removeItem(key);
  }
}

function read<T>(key: string): T | undefined {
  try {
    const text = localStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

function write(key: string, value: unknown): void {
  try {
    const text = JSON.stringify(value);
    if (localStorage.getItem(key) !== text) localStorage.setItem(key, text);
  } catch {
    // A full or forbidden storage: it is only remembered until the page goes.
  }
}
