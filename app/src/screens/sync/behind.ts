import type { IssueRow } from "../../replica/index.ts";

/** What was done to an entry, as its history has it. */
interface Change {
  readonly version: number;
  readonly was?: object | null;
  readonly now?: object | null;
}

/** Of a history, newest first: what stands against the operation, which is not always what was done last. */
export function changeBehind<C extends Change>(
  items: readonly C[],
  { operation, outcome }: Pick<IssueRow, "operation" | "outcome">,
): C | null {
  const since = items.filter(({ version }) => version > (operation.baseVersion ?? 0));
  const fields = outcome.fields ?? [];
  const isBehind = ({ was, now }: C) =>
    outcome.deleted ? !now : fields.some((field) => !isSame(fieldOf(was, field), fieldOf(now, field)));
  return since.find(isBehind) ?? since[0] ?? null;
}

function fieldOf(version: object | null | undefined, field: string): unknown {
  return (version as Record<string, unknown> | null | undefined)?.[field] ?? null;
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
