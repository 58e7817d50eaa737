import type { Json } from "../json.ts";
import { type IssueRow, isCreation } from "../outbox/operation.ts";

const CODE = "sync.depends-on-rejected";

/** Whether it was refused for nothing but what it needs, which was. */
export function isDependent({ outcome }: Pick<IssueRow, "outcome">): boolean {
  return outcome.problem?.code === CODE;
}

/**
 * What was refused because it needs what this would have made, in the order it was given, and what needs that in turn: all of it goes the
 * way of this.
 */
export function dependentsOf(issue: IssueRow, all: readonly IssueRow[]): IssueRow[] {
  const made = new Set(isCreation(issue.operation.type) ? [issue.operation.entityId] : []);
  const found: IssueRow[] = [];
  // Ids of operations grow with the time they were given.
  for (const one of [...all].sort((left, right) => (left.key < right.key ? -1 : 1))) {
    if (one.key === issue.key || !isDependent(one) || !needs(one, made)) continue;
    found.push(one);
    if (isCreation(one.operation.type)) made.add(one.operation.entityId);
  }
  return found;
}

/** What the issue waits for, where that is still to be decided about. */
export function neededBy(issue: IssueRow, all: readonly IssueRow[]): IssueRow | null {
  if (!isDependent(issue)) return null;
  const roots = all.filter((one) => one.key !== issue.key && !isDependent(one));
  return roots.find((root) => dependentsOf(root, all).some(({ key }) => key === issue.key)) ?? null;
}

/** Whether an operation is on what others have made, or names it. */
export function needs(
  { operation: { entityId, data } }: Pick<IssueRow, "operation">,
  made: ReadonlySet<string>,
): boolean {
  return made.has(entityId) || mentions(data ?? null, made);
}

function mentions(value: Json | undefined, ids: ReadonlySet<string>): boolean {
  if (typeof value === "string") return ids.has(value);
  if (Array.isArray(value)) return value.some((one) => mentions(one, ids));
  return typeof value === "object" && value !== null && Object.values(value).some((one) => mentions(one, ids));
}
