import { effect, signal } from "@preact/signals";
import { type Line, type Replica, type Stamps, unpackLines } from "../replica/index.ts";
import { current } from "./ledgers.ts";

/** Every entry of the ledger on the screen as lists show it, newest first. */
export interface Lines {
  readonly ledgerId: string;
  readonly all: readonly Line[];
  /** All that is on the device is in it. */
  readonly isWhole: boolean;
}

const loaded = signal<Lines | null>(null);

/** Null until the first of them are read. */
export const lines = loaded;

/** Longer than this, no tap waits for lines to be read. */
const SLICE_MS = 20;

let stamps: Stamps = {};
let months = new Map<string, readonly Line[]>();
let reading: Promise<void> | null = null;
let isStale = false;
let watchers = 0;
let stop: (() => void) | null = null;

/** Keeps the lines read while somebody shows them; what was read stays for the next. */
export function watchLines(): () => void {
  watchers++;
  stop ??= effect(() => {
    const one = current.value;
    if (one && one.written.value >= 0) void refresh();
  });
  return () => {
    watchers--;
    if (watchers > 0) return;
    stop?.();
    stop = null;
  };
}

/** What was written is in the lines when the promise is kept. */
export function refresh(): Promise<void> {
  isStale = true;
  reading ??= (async () => {
    while (isStale) {
      isStale = false;
      const one = current.peek();
      if (one) await read(one.id, one.replica);
    }
    reading = null;
  })();
  return reading;
}

async function read(ledgerId: string, replica: Replica): Promise<void> {
  if (loaded.peek()?.ledgerId !== ledgerId) {
    stamps = {};
    months = new Map();
    loaded.value = null;
  }
  const isFirst = loaded.peek() === null;
  const came = await replica.lines(stamps);
  if (came.months.length === 0 && !isFirst) return;
  let since = performance.now();
  let isShown = !isFirst;
  for (const [month, text] of came.months) {
    if (text === null) months.delete(month);
    else months.set(month, unpackLines(text));
    if (performance.now() - since < SLICE_MS) continue;
    // The newest are on the screen while the others are still read.
    if (!isShown) show(ledgerId, false);
    isShown = true;
    await new Promise((resolve) => setTimeout(resolve));
    if (current.peek()?.id !== ledgerId) return;
    since = performance.now();
  }
  stamps = came.stamps;
  show(ledgerId, true);
}

function show(ledgerId: string, isWhole: boolean): void {
  const newest = [...months.keys()].sort().reverse();
  loaded.value = { ledgerId, all: newest.flatMap((month) => months.get(month) ?? []), isWhole };
}
