/** Of what was typed into a form, what it would change; fields that the form does not have, as of an earlier release, are left out. */
export function differing<T extends object>(typed: Partial<T>, initial: T): Partial<T> {
  const fields = Object.entries(typed).filter(
    ([name, value]) => name in initial && !isSame(value, initial[name as keyof T]),
  );
  return Object.fromEntries(fields) as Partial<T>;
}

/** What is kept came through JSON, so lists are new ones. */
function isSame(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
