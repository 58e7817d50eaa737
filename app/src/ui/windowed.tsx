import type { ComponentChildren } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Heights, offsetsOf, type Placed, windowOf } from "../listing/window.ts";
import s from "./windowed.module.css";

interface WindowedProps<Item extends Placed> {
  readonly items: readonly Item[];
  readonly heights: Heights;
  readonly draw: (item: Item) => ComponentChildren;
  /** The item that is to be in sight. */
  readonly shown?: number | null;
}

/** Beyond what is in sight, so much is drawn that a fling meets no empty place. */
const AHEAD_PX = 1200;
/** Drawn in steps, so that not every pixel of a scroll draws anew. */
const STEP = 8;

/** A list of any length that scrolls with its page, and of which only what is near the sight is there. */
export function Windowed<Item extends Placed>({ items, heights, draw, shown }: WindowedProps<Item>) {
  const rem = useRem();
  const scaled = useMemo(() => ({ head: heights.head * rem, line: heights.line * rem }), [heights, rem]);
  const offsets = useMemo(() => offsetsOf(items, scaled), [items, scaled]);
  const box = useRef<HTMLDivElement>(null);
  const part = useRef<HTMLDivElement>(null);
  const [[first, end], setPart] = useState<readonly [number, number]>([0, 40]);
  useLayoutEffect(() => {
    const look = () => {
      const element = box.current;
      if (!element) return;
      const top = -element.getBoundingClientRect().top;
      const [from, to] = windowOf(offsets, top - AHEAD_PX, top + innerHeight + AHEAD_PX);
      const stepped = [from - (from % STEP), Math.min(items.length, to + STEP - (to % STEP))] as const;
      setPart((known) => (known[0] === stepped[0] && known[1] === stepped[1] ? known : stepped));
    };
    look();
    addEventListener("scroll", look, { passive: true });
    addEventListener("resize", look);
    return () => {
      removeEventListener("scroll", look);
      removeEventListener("resize", look);
    };
  }, [offsets]);
  const [from, to] = [Math.min(first, items.length), Math.min(end, items.length)];
  useLayoutEffect(() => {
    box.current?.style.setProperty("--height", `${offsets[items.length] ?? 0}px`);
    part.current?.style.setProperty("--top", `${offsets[from] ?? 0}px`);
  });
  useLayoutEffect(() => {
    const element = box.current;
    if (shown == null || shown < 0 || !element) return;
    const at = (offsets[shown] ?? 0) + element.getBoundingClientRect().top;
    const [above, below] = [10 * rem, innerHeight - 10 * rem];
    if (at < above) scrollBy(0, at - above);
    else if (at > below) scrollBy(0, at - below);
  }, [shown]);
  return (
    <div class={s.box} ref={box}>
      <div class={s.part} ref={part}>
        {items.slice(from, to).map(draw)}
      </div>
    </div>
  );
}

/** Pixels of a rem: the user's text size. */
function useRem(): number {
  const [rem, setRem] = useState(remNow);
  useLayoutEffect(() => {
    const look = () => setRem(remNow());
    addEventListener("resize", look);
    return () => removeEventListener("resize", look);
  }, []);
  return rem;
}

function remNow(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
