import type { Problem } from "../../replica/index.ts";

/** What the server says against one field of what was sent, or against the whole. */
export interface FieldFault {
  /** As the app names it: that of a part is the field that has it. Empty where it is about the whole. */
  readonly field: string;
  readonly message: string;
}

/** Each fault with its field; a title such as "Some values are not valid." says nothing beside them. */
export function faultsOf(problem: Problem | null | undefined): FieldFault[] {
  if (!problem) return [];
  const named = Object.entries(problem.errors ?? {}).flatMap(([path, faults]) =>
    faults.map(({ message }) => ({ field: /^[^.[]*/.exec(path)?.[0] ?? "", message })),
  );
  return named.length > 0 ? named : [{ field: "", message: problem.detail ?? problem.title }];
}
