/** How high the parts of a list are, in pixels. */
export interface Heights {
  readonly head: number;
  readonly line: number;
}

/** A line of a list, or the head of some. */
export interface Placed {
  readonly kind: "head" | "line";
}

/** Where each item of a list begins, and behind the last where the list ends: so that only what is in sight needs to be drawn. */
export function offsetsOf(items: readonly Placed[], { head, line }: Heights): Float64Array {
  const offsets = new Float64Array(items.length + 1);
  let at = 0;
  items.forEach((item, place) => {
    offsets[place] = at;
    at += item.kind === "head" ? head : line;
  });
  offsets[items.length] = at;
  return offsets;
}

/** The items that a stretch of the list shows: the first, and the one behind the last. */
export function windowOf(offsets: Float64Array, top: number, bottom: number): readonly [first: number, end: number] {
  const count = offsets.length - 1;
  const first = Math.max(0, firstAfter(offsets, top) - 1);
  const end = Math.min(count, firstAfter(offsets, bottom));
  return [Math.min(first, count), Math.max(first, end)];
}

/** The first whose offset is beyond a place. */
function firstAfter(offsets: Float64Array, place: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
