import { computed, signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { ledger } from "./device.ts";
import { differing } from "./typed.ts";

/** Forms with something typed in them. */
const open = signal<ReadonlySet<string>>(new Set());

/** Whether something is typed somewhere: a new release waits until it is saved or given up. */
export const isFormOpen = computed(() => open.value.size > 0);

/** Says that a form has something typed in it, for as long as it has. */
export function useOpenForm(name: string, isTyped: boolean): void {
  useEffect(() => {
    if (!isTyped) return;
    open.value = new Set([...open.peek(), name]);
    return () => {
      open.value = new Set([...open.peek()].filter((one) => one !== name));
    };
  }, [name, isTyped]);
}

export interface KeptForm<T> {
  readonly form: T;
  readonly change: (part: Partial<T>) => void;
  readonly isTyped: boolean;
  /** It was typed before this page was opened. */
  readonly isFromBefore: boolean;
  /** After it was saved, or given up. */
  readonly forget: () => void;
}

/** A form whose typed fields the device keeps as they are typed, so that neither a reload nor a fault of the program loses them. */
export function useKeptForm<T extends object>(name: string, initial: T): KeptForm<T> {
  const key = keyOf(name);
  const [typed, setTyped] = useState<Partial<T>>(() => read(key));
  const [isFromBefore, setFromBefore] = useState(() => Object.keys(typed).length > 0);
  // Of several changes before the next rendering, each goes on from the last.
  const latest = useRef(typed);
  const now = differing(typed, initial);
  const isTyped = Object.keys(now).length > 0;
  useOpenForm(key, isTyped);
  const keep = (next: Partial<T>) => {
    latest.current = next;
    write(key, Object.keys(next).length > 0 ? next : null);
    setTyped(next);
  };
  return {
    form: { ...initial, ...now },
    isTyped,
    isFromBefore: isFromBefore && isTyped,
    // Not first when it is rendered: the page may be gone by then.
    change: (part) => keep(differing({ ...latest.current, ...part }, initial)),
    forget: () => {
      keep({});
      setFromBefore(false);
    },
  };
}

function keyOf(name: string): string {
  // Of the user's copy: somebody else of this device may have one of the same ledger.
  return `mybudget.form.${ledger.value?.store ?? ""}.${name}`;
}

function read<T>(key: string): Partial<T> {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<T> | null) ?? {};
  } catch {
    return {};
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // It lasts as long as the page.
  }
}
