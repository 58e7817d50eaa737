import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

/** A file of the app's sources, by its path below src. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** What a file imports from another of the app's own. */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly isTypeOnly: boolean;
}

const SRC = join(dirname(fileURLToPath(import.meta.url)), "../../src");

export function sources(): Source[] {
  return readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.(tsx?|css)$/.test(path) && !path.endsWith("schema.d.ts"))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(SRC, path), "utf8") }));
}

/** Static and dynamic imports, and re-exports, of files of the app's own. */
export function importsOf({ path, text }: Source): Import[] {
  const found: Import[] = [];
  const add = (specifier: string, isTypeOnly: boolean) => {
    if (specifier.startsWith("."))
      found.push({ from: path, to: posix.join(posix.dirname(path), specifier), isTypeOnly });
  };
  for (const [, keyword, isType, specifier] of text.matchAll(
    /^(import|export)\s+(type\s+)?(?:[^;"']*?\sfrom\s+)?"([^"]+)"/gm,
  )) {
    if (keyword !== undefined && specifier !== undefined) add(specifier, isType !== undefined);
  }
  for (const [, specifier] of text.matchAll(/\bimport\(\s*"([^"]+)"\s*\)/g)) add(specifier as string, false);
  return found;
}
