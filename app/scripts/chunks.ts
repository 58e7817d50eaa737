import type { Rollup } from "vite";

/** What is seen before there is a ledger. */
export const BEGINNING = ["welcome/welcome", "first-steps/first-steps"];
/** What people open the app for: on the device as soon as it is installed. The other screens follow when there is time. */
export const DAILY = ["home/home", "new/new", "entries/entries", "entry/entry"];

/** The files of the core, by their names. */
export const CORE_CHUNKS: readonly string[] = ["app", "beginning", "daily"];

/**
 * In which file of the build a module is: few files for what everybody needs at once, one for each of the other screens, and one for what
 * several of those share. Each file costs a head of its own on the line.
 */
export function chunkOf(): Rollup.GetManualChunk {
  let chunks: Map<string, string> | null = null;
  return (id, { getModuleIds, getModuleInfo }) => {
    chunks ??= divided([...getModuleIds()], getModuleInfo);
    return chunks.get(id);
  };
}

function divided(all: readonly string[], infoOf: Rollup.GetModuleInfo): Map<string, string> {
  const closureOf = (...sources: readonly string[]) =>
    withImports(
      all.filter((id) => sources.some((source) => id.endsWith(`/src/${source}`))),
      infoOf,
    );
  const chunks = new Map<string, string>();
  for (const id of closureOf(...DAILY.map(pathOf))) chunks.set(id, "daily");
  for (const id of closureOf(...BEGINNING.map(pathOf))) chunks.set(id, chunks.has(id) ? "app" : "beginning");
  for (const id of closureOf("main.tsx")) chunks.set(id, "app");
  for (const language of ["en", "ru"])
    for (const id of closureOf(`texts/${language}/core.ts`)) chunks.set(id, language);
  const later = all.filter((id) => infoOf(id)?.dynamicImporters.length && !chunks.has(id));
  const uses = new Map<string, number>();
  for (const id of later.flatMap((root) => [...withImports([root], infoOf)])) uses.set(id, (uses.get(id) ?? 0) + 1);
  for (const [id, count] of uses) if (count > 1 && !chunks.has(id)) chunks.set(id, "shared");
  return chunks;
}

function pathOf(screen: string): string {
  return `screens/${screen}.tsx`;
}

/** Modules with all that they need before they run. */
function withImports(roots: readonly string[], infoOf: Rollup.GetModuleInfo): ReadonlySet<string> {
  const found = new Set(roots);
  for (const id of found) for (const imported of infoOf(id)?.importedIds ?? []) found.add(imported);
  return found;
}
