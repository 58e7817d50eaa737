import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { build, type Plugin } from "vite";

const COMPRESSED = /\.(js|css|html|svg|webmanifest|json|txt)$/;

/**
 * What the server needs beside the bundle: the service worker, which knows every file and its hash, so that an installation is all or
 * nothing; and each file compressed once, as well as it can be.
 */
export function shipped(): Plugin {
  let folder = "dist-web";
  return {
    name: "shipped",
    apply: "build",
    configResolved: (config) => {
      folder = config.build.outDir;
    },
    closeBundle: async () => {
      const files = filesIn(folder).filter(
        (file) => !file.endsWith(".br") && !file.endsWith(".map") && file !== "sw.js",
      );
      const precached = files.filter((file) => !file.startsWith("screenshots/"));
      const hashes = precached.map((file) => [`/${file === "index.html" ? "" : file}`, hashOf(join(folder, file))]);
      const output = await build({
        configFile: false,
        logLevel: "warn",
        define: {
          __PRECACHE__: JSON.stringify(hashes),
          __RELEASE__: JSON.stringify(hashOf(...precached.map((file) => join(folder, file)))),
        },
        build: {
          write: false,
          target: "es2022",
          lib: { entry: "src/worker/worker.ts", formats: ["es"] },
        },
      });
      const [result] = Array.isArray(output) ? output : [output];
      const chunk = result && "output" in result ? result.output[0] : undefined;
      if (!chunk) throw new Error("The service worker was not built.");
      writeFileSync(join(folder, "sw.js"), chunk.code);
      for (const file of [...files, "sw.js"]) {
        if (COMPRESSED.test(file)) compress(join(folder, file));
      }
    },
  };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function hashOf(...paths: string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest("base64url").slice(0, 16);
}

function compress(path: string): void {
  const content = readFileSync(path);
  const options = {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  };
  writeFileSync(`${path}.br`, brotliCompressSync(content, options));
}
