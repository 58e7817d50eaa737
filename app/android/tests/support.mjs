import assert from "node:assert/strict";
import { sources, twaManifest } from "../twa-manifest.mjs";

export const deployment = {
  ANDROID_PACKAGE: "org.example.budget",
  ANDROID_HOST: "budget.example.org",
  ANDROID_FINGERPRINT: Array(32).fill("A1").join(":"),
  ANDROID_VERSION: "1.2.3",
  ANDROID_VERSION_CODE: "7",
};

/** The repository's sources after a change. */
export const changed = (change) => {
  const own = structuredClone(sources());
  change(own);
  return own;
};

export const refused = (words, environment, own) =>
  assert.throws(() => twaManifest(environment, own), { message: words });
