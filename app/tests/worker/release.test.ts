import { describe, expect, it } from "vitest";
import { type Kept, neededOf, type Release } from "../../src/worker/release.ts";

const OLD: Release = {
  files: [
    "/#1",
    "/assets/app-1.js",
    "/assets/en-1.js",
    "/assets/ru-1.js",
    "/assets/charts-1.js",
    "/assets/shared-1.js",
    "/assets/trash-1.js",
  ],
  core: 2,
  parts: {
    "texts/en/core.ts": [2],
    "texts/ru/core.ts": [3],
    "screens/charts.tsx": [4, 5],
    "screens/trash.tsx": [5, 6],
  },
};
const NEW: Release = {
  files: ["/#2", "/assets/app-2.js", "/assets/en-2.js", "/assets/ru-2.js", "/assets/charts-2.js", "/assets/trash-2.js"],
  core: 2,
  parts: { "texts/en/core.ts": [2], "texts/ru/core.ts": [3], "screens/charts.tsx": [4], "screens/trash.tsx": [5] },
};
const CORE = ["/", "/assets/app-1.js"];

function earlier(kept: Kept, ...paths: readonly string[]) {
  const here = new Set(paths);
  return { kept, has: (path: string) => here.has(path) };
}

describe("before a release takes over, there is", () => {
  it("the core and the browser's language, where nothing was before", () => {
    expect([...neededOf(NEW, "en-GB", [])]).toEqual(["/#2", "/assets/app-2.js", "/assets/en-2.js"]);
    expect([...neededOf(NEW, "ru", [])]).toEqual(["/#2", "/assets/app-2.js", "/assets/ru-2.js"]);
  });

  it("every part that the earlier one has, the other language, too", () => {
    const had = earlier(OLD, ...CORE, "/assets/ru-1.js", "/assets/charts-1.js", "/assets/shared-1.js");
    expect([...neededOf(NEW, "en", [had])].sort()).toEqual([
      "/#2",
      "/assets/app-2.js",
      "/assets/charts-2.js",
      "/assets/en-2.js",
      "/assets/ru-2.js",
    ]);
  });

  it("no part of which a file was missing, since it was not there without one", () => {
    const had = earlier(OLD, ...CORE, "/assets/en-1.js", "/assets/charts-1.js", "/assets/trash-1.js");
    expect([...neededOf(NEW, "en", [had])]).toEqual(["/#2", "/assets/app-2.js", "/assets/en-2.js"]);
  });

  it("everything, where a part that the earlier one has is not known any more", () => {
    const { "screens/trash.tsx": _, ...parts } = NEW.parts;
    const had = earlier(OLD, ...CORE, "/assets/shared-1.js", "/assets/trash-1.js");
    expect([...neededOf({ ...NEW, parts }, "en", [had])]).toEqual(NEW.files);
  });

  it("everything, where the earlier one is of the time when all was fetched at once", () => {
    const had = earlier([["/", "1"]], "/");
    expect([...neededOf(NEW, "en", [had])]).toEqual(NEW.files);
  });
});
