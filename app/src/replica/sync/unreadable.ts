import type { Problem } from "../api/problems.ts";
import type { Operation, Outcome } from "../outbox/operation.ts";

/** Operations that a refusal of the whole request names: the others can be sent without them. */
export function unreadable(operations: readonly Operation[], { errors, ...problem }: Problem): Outcome[] {
  const named = new Map<number, Record<string, NonNullable<Problem["errors"]>[string]>>();
  for (const [field, faults] of Object.entries(errors ?? {})) {
    const [, place, rest = ""] = /^operations\[(\d+)\](?:\.(.*))?$/.exec(field) ?? [];
    if (place === undefined) continue;
    named.set(Number(place), { ...named.get(Number(place)), [rest]: faults });
  }
  return [...named].flatMap(([place, own]) => {
    const operation = operations[place];
    if (!operation) return [];
    const { id, entityId } = operation;
    return [{ id, entityId, status: "rejected" as const, problem: { ...problem, errors: own } }];
  });
}
