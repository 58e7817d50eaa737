// Writes out/twa-manifest.json for Bubblewrap, and says what the server has to be told of the package: node manifest.mjs
// Needs nothing but Node.js; docs/operations/android.md has the variables that it reads.
import { mkdirSync, writeFileSync } from "node:fs";
import { twaManifest } from "./twa-manifest.mjs";

const folder = new URL("out/", import.meta.url);
try {
  const manifest = twaManifest(process.env);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL("twa-manifest.json", folder), `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(`App__Android__Package=${manifest.packageId}`);
  manifest.fingerprints.forEach(({ value }, place) => {
    console.log(`App__Android__Fingerprints__${place}=${value}`);
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
