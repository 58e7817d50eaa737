import { createRequire } from "node:module";
import type { Plugin } from "vite";

const PACKAGE = "@mdi/js";
const IMPORT = /import \{([^}]*)\} from "@mdi\/js";/g;
const PREFIX = "\0glyph:";

/**
 * Each glyph as a module of its own. The package has all of them in one, which no bundler divides: every glyph of the app would be in the
 * file that is loaded first.
 */
export function glyphs(): Plugin {
  const all = createRequire(import.meta.url)(PACKAGE) as Readonly<Record<string, string>>;
  return {
    name: "glyphs",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || !code.includes(PACKAGE)) return null;
      return {
        code: code.replace(IMPORT, (_, names: string) =>
          (names.match(/\w+/g) ?? []).map((name) => `import { ${name} } from "${PREFIX}${name}";`).join(""),
        ),
        map: null,
      };
    },
    resolveId: (id) => (id.startsWith(PREFIX) ? { id, moduleSideEffects: false } : null),
    load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const name = id.slice(PREFIX.length);
      const path = all[name];
      if (path === undefined) throw new Error(`${PACKAGE} has no ${name}.`);
      return `export const ${name} = ${JSON.stringify(path)};`;
    },
  };
}
