import type { Rollup } from "vite";

/** What is seen before there is a ledger. */
export const BEGINNING = ["welcome/welcome", "first-steps/first-steps"];
/** What people open the app for: on the device as soon as it is installed. The other screens follow when there is time. */
export const DAILY = ["home/home", "new/new", "entries/entries", "entry/entry", "lock/locked"];

/** The files of the core, by their names. */
export const CORE_CHUNKS: readonly string[] = ["app", "beginning", "daily"];

/** In which file of the build a module is: few files for what everybody needs at once, and for the others as the bundler sees fit. */
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
      all.filter((id) => sources.some((source) => id.endsWith(`/src/${source}.tsx`))),
      infoOf,
    );
  const chunks = new Map<string, string>();
  for (const id of closureOf(...DAILY.map((screen) => `screens/${screen}`))) chunks.set(id, "daily");
  for (const id of closureOf(...BEGINNING.map((screen) => `screens/${screen}`)))
    chunks.set(id, chunks.has(id) ? "app" : "beginning");
  for (const id of closureOf("main")) chunks.set(id, "app");
  return chunks;
}

/** Modules with all that they need before they run. */
function withImports(roots: readonly string[], infoOf: Rollup.GetModuleInfo): ReadonlySet<string> {
  const found = new Set(roots);
  for (const id of found) for (const imported of infoOf(id)?.importedIds ?? []) found.add(imported);
  return found;
}
