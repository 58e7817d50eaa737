/** What the keys so far mean: an action's keys are complete, more are to come, or nothing. */
export type Match = { readonly is: "complete"; readonly keys: string } | { readonly is: "begun" | "nothing" };

/** By keys such as "n", "?", or "g h" for one after the other. A sequence that leads nowhere begins anew with its last key. */
export function match(all: Iterable<string>, before: readonly string[], key: string): Match & { typed: string[] } {
  const known = [...all];
  for (const typed of before.length > 0 ? [[...before, key], [key]] : [[key]]) {
    const text = typed.join(" ");
    if (known.includes(text)) return { is: "complete", keys: text, typed: [] };
    if (known.some((keys) => keys.startsWith(`${text} `))) return { is: "begun", typed };
  }
  return { is: "nothing", typed: [] };
}

/** Words that are looked for, each of which a name has to contain, in any order. */
export function isFound(name: string, wanted: string): boolean {
  const folded = name.toLocaleLowerCase();
  return wanted
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
