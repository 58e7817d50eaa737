import type { Rollup } from "vite";
import type { Release } from "../src/worker/release.ts";
import { CORE_CHUNKS } from "./chunks.ts";

/** What the page needs that is in no chunk. */
const CORE_FILES = ["index.html", "icon.svg", "manifest.webmanifest"];
/** Pictures for who installs the app, which browsers fetch from the manifest themselves. */
const FOR_STORES = "screenshots/";

/** Of chunks that are put together by hand, the bundler does not say what they begin with. */
const TEXTS = /\/texts\/\w+\/core\.ts$/;

/** What the worker is told of a release. What has another name than its content gets the content's hash behind it. */
export function releaseOf(
  bundle: Rollup.OutputBundle,
  files: readonly string[],
  hashOf: (file: string) => string,
): Release {
  const chunks = Object.values(bundle).filter((one) => one.type === "chunk");
  const core = new Set(CORE_FILES);
  for (const chunk of chunks) if (CORE_CHUNKS.includes(chunk.name)) addTo(core, chunk, bundle);
  const rest = files.filter((file) => !core.has(file) && !file.startsWith(FOR_STORES));
  const ordered = [...core, ...rest];
  const parts = chunks.flatMap((chunk) => {
    const source = chunk.facadeModuleId ?? chunk.moduleIds.find((id) => TEXTS.test(id));
    if (!chunk.isDynamicEntry || !source || CORE_CHUNKS.includes(chunk.name)) return [];
    const needed = addTo(new Set<string>(), chunk, bundle);
    const places = [...needed].filter((file) => !core.has(file)).map((file) => ordered.indexOf(file));
    return [[source.replace(/^.*\/src\//, ""), places.sort((left, right) => left - right)] as const];
  });
  return {
    files: ordered.map((file) => {
      const path = `/${file === "index.html" ? "" : file}`;
      return file.startsWith("assets/") ? path : `${path}#${hashOf(file)}`;
    }),
    core: core.size,
    parts: Object.fromEntries(parts),
  };
}

/** A chunk with all that it needs before it runs, styles included. */
function addTo(files: Set<string>, chunk: Rollup.OutputChunk, bundle: Rollup.OutputBundle): Set<string> {
  if (files.has(chunk.fileName)) return files;
  files.add(chunk.fileName);
  for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported?.type === "chunk") addTo(files, imported, bundle);
  }
  return files;
}
