import { computed, signal } from "@preact/signals";

/** Entries that are chosen, to change many in one. */
export const selected = signal<ReadonlySet<string>>(new Set());

export const isSelecting = computed(() => selected.value.size > 0);

export function toggle(id: string): void {
  const next = new Set(selected.value);
  if (!next.delete(id)) next.add(id);
  selected.value = next;
}

export function select(ids: readonly string[]): void {
  selected.value = new Set(ids);
}

export function clearSelection(): void {
  if (selected.peek().size > 0) selected.value = new Set();
}
