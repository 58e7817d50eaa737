// Makes the Android project in out/project from out/twa-manifest.json: node project.mjs, after npm ci and manifest.mjs
// Icons and web manifest come from this checkout, not from the server, which may be where nobody but its household reaches it.
import { appendFileSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import bubblewrap from "@bubblewrap/core";

const here = fileURLToPath(new URL(".", import.meta.url));
const project = join(here, "out/project");
/** Of the Gradle that Bubblewrap's project fetches, so that no other takes its place: https://gradle.org/release-checksums */
const GRADLE = {
  url: "https\\://services.gradle.org/distributions/gradle-8.11.1-bin.zip",
  sum: "f397b287023acdba1e9f6fc5ea72d22dd63669d59ed4a289a29b1a76eee151c6",
};
const TYPES = { ".png": "image/png", ".webmanifest": "application/manifest+json" };

const manifest = await bubblewrap.TwaManifest.fromFile(join(here, "out/twa-manifest.json"));
bubblewrap.fetchUtils.fetch = async (address) => {
  const { host, pathname } = new URL(address);
  if (host !== manifest.host) throw new Error(`${address} is not of this app.`);
  const body = readFileSync(join(here, "../public", pathname));
  return new Response(body, { headers: { "Content-Type": TYPES[extname(pathname)] ?? "application/octet-stream" } });
};
await rm(project, { recursive: true, force: true });
await new bubblewrap.TwaGenerator().createTwaProject(project, manifest, new bubblewrap.ConsoleLog("bubblewrap"));

const wrapper = join(project, "gradle/wrapper/gradle-wrapper.properties");
if (!readFileSync(wrapper, "utf8").includes(`distributionUrl=${GRADLE.url}\n`)) {
  throw new Error("Bubblewrap takes another Gradle now: project.mjs needs its sum.");
}
appendFileSync(wrapper, `distributionSha256Sum=${GRADLE.sum}\n`);
