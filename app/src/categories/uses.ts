interface Using {
  readonly categoryId?: string | null;
  readonly splits: readonly { readonly categoryId?: string | null }[];
}

/** How many entries have a category, each once, in however many of its parts. */
export function usesBy(entries: readonly Using[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { categoryId, splits } of entries) {
    for (const id of new Set([categoryId, ...splits.map((part) => part.categoryId)])) {
      if (id) uses.set(id, (uses.get(id) ?? 0) + 1);
    }
  }
  return uses;
}
