import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { build, type Plugin, type Rollup } from "vite";
import { pathOf, type Release, textsOf } from "../src/worker/release.ts";
import { releaseOf } from "./release.ts";

const COMPRESSED = /\.(js|css|html|svg|webmanifest|json|txt)$/;
/** Of a first visit, in compressed bytes: on a slow line (1.6 Mbit/s) 0.6 s. */
const MOST = 120_000;
/** What goes over the line with each file beside it: the head of the request's answer. */
const HEAD = 500;

/**
 * What the server needs beside the bundle: the service worker, which knows every file of the release, so that an installation is all or
 * nothing; and each file compressed once, as well as it can be. A first visit that fetches too much is no release.
 */
export function shipped(): Plugin {
  let folder = "dist-web";
  let bundle: Rollup.OutputBundle = {};
  return {
    name: "shipped",
    apply: "build",
    configResolved: (config) => {
      folder = config.build.outDir;
    },
    writeBundle: (_, written) => {
      bundle = written;
    },
    closeBundle: async () => {
      const files = filesIn(folder).filter(
        (file) => !file.endsWith(".br") && !file.endsWith(".map") && file !== "sw.js",
      );
      const release = releaseOf(bundle, files, (file) => hashOf(join(folder, file)));
      const paths = release.files.map(pathOf).map((path) => path.slice(1) || "index.html");
      const output = await build({
        configFile: false,
        logLevel: "warn",
        define: {
          __RELEASE__: JSON.stringify(release),
          __NAME__: JSON.stringify(hashOf(...paths.map((path) => join(folder, path)))),
        },
        build: {
          write: false,
          target: "es2022",
          modulePreload: false,
          rollupOptions: { input: "src/worker/worker.ts", output: { format: "iife" } },
        },
      });
      const [result] = Array.isArray(output) ? output : [output];
      const chunk = result && "output" in result ? result.output[0] : undefined;
      if (!chunk) throw new Error("The service worker was not built.");
      writeFileSync(join(folder, "sw.js"), chunk.code);
      for (const file of [...files, "sw.js"]) {
        if (COMPRESSED.test(file)) compress(join(folder, file));
      }
      const bytes = firstVisit(release, folder);
      if (bytes > MOST) throw new Error(`A first visit fetches ${bytes} bytes, more than ${MOST}: see docs/app.md.`);
    },
  };
}

/** Bytes of the files that page and worker fetch at first, in the language that has more to say, and of the icons that browsers show. */
function firstVisit(release: Release, folder: string): number {
  const texts = ["en", "ru"].map((language) => textsOf(release, language));
  const sizes = texts.map((one) => sum([...release.files.slice(0, release.core), ...one].map(pathOf)));
  return Math.max(...sizes) + sum(["/sw.js", "/icon-192.png"]);

  function sum(paths: readonly string[]): number {
    return paths.reduce((total, path) => {
      const file = join(folder, path === "/" ? "index.html" : path);
      return total + HEAD + statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
    }, 0);
  }
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
