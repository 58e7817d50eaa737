import type { Span } from "./span.ts";

/** Where the entries are that a figure is made of. */
export function entriesOf(
  categoryId: string | null,
  { first, last }: Span,
  accountIds: readonly string[] | null,
  type?: "expense" | "income",
): string {
  const query = new URLSearchParams({
    categoryId: categoryId ?? "none",
    from: first,
    to: last,
    ...(accountIds ? { accountId: accountIds.join(",") } : {}),
    // Without a category, what came in is income and what went out was spent.
    ...(categoryId === null && type ? { type } : {}),
  });
  return `/entries?${query}`;
}
