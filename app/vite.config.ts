import { readFileSync } from "node:fs";
import { defineConfig } from "vite";
import { chunkOf } from "./scripts/chunks.ts";
import { glyphs } from "./scripts/glyphs.ts";
import { shipped } from "./scripts/shipped.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

export default defineConfig({
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  define: { __VERSION__: JSON.stringify(version) },
  build: {
    outDir: "dist-web",
    target: "es2022",
    modulePreload: { polyfill: false },
    // Data URLs would need more of the Content-Security-Policy than it gives.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rollupOptions: { output: { manualChunks: chunkOf() } },
  },
  plugins: [glyphs(), shipped()],
});
