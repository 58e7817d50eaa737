import type { Command } from "../../replica/index.ts";

export interface Placed {
  readonly id: string;
  readonly position?: number | null;
}

/** What moves one of a list a place up (-1) or down (1): each account gets its place as its position, where it has another. */
export function moved(shown: readonly Placed[], id: string, by: -1 | 1): Command[] {
  const from = shown.findIndex((one) => one.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= shown.length) return [];
  const order = [...shown];
  const [one] = order.splice(from, 1);
  if (one) order.splice(to, 0, one);
  return order.flatMap(({ id: entityId, position: was }, position) =>
    was === position ? [] : [{ type: "account.revise", entityId, data: { position } } as const],
  );
}
