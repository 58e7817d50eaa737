import { describe, expect, it } from "vitest";
import { BEGINNING, DAILY } from "../../scripts/chunks.ts";
import { rest } from "../../src/texts/en/rest.ts";
import { importsOf, sources } from "./sources.ts";

const byPath = new Map(sources().map((source) => [source.path, source]));
const screens = [...BEGINNING, ...DAILY].map((screen) => `screens/${screen}.tsx`);
const routes = byPath.get("shell/routes.ts")?.text ?? "";

/** What is loaded with the core, and what opens on its screens. The shell's list of all screens leads to the others, the texts to the rest. */
function core(): ReadonlySet<string> {
  const found = new Set(["main.tsx", ...screens]);
  for (const path of found) {
    const source = byPath.get(path);
    if (!source || path === "state/texts.ts") continue;
    for (const { to, isTypeOnly } of importsOf(source)) {
      if (!isTypeOnly && !(path === "shell/routes.ts" && to.startsWith("screens/"))) found.add(to);
    }
  }
  return found;
}

describe("the core of the app", () => {
  it("has the screens that the shell takes from it", () => {
    const early = [...routes.matchAll(/earlyScreen\(\(\) => import\("\.\.\/([^"]+)"\)/g)].map(([, path]) => path);
    expect(early.sort()).toEqual(screens.sort());
  });

  it("says nothing that comes with the other screens", () => {
    const areas = Object.keys(rest).join("|");
    const said = new RegExp(`texts\\(\\)\\.(${areas})\\b`);
    const whole = /\btexts\(\)(?!\.)|\bTexts\b/;
    const named = new RegExp(`\\bt\\.(${areas})\\b`);
    // They come with the other texts.
    const waiting = new Set([
      "receipts/add.tsx",
      "receipts/strip.tsx",
      "receipts/thumb.tsx",
      "receipts/typed-strip.tsx",
      "receipts/viewer.tsx",
      "screens/entries/bulk-fields.tsx",
      "screens/entries/bulk-sheet.tsx",
      "screens/entries/filter-sheet.tsx",
      "screens/entries/join-sheet.tsx",
      "screens/entries/save-filter.tsx",
      "screens/entry/history.tsx",
      "screens/entry/version-value.tsx",
      "screens/new/shared.ts",
      "screens/first-steps/meanwhile.tsx",
      "drafts/really.tsx",
      "screens/new/why.tsx",
      "screens/welcome/forgotten.tsx",
      "ui/asked-to-join.tsx",
      "screens/welcome/second-step.tsx",
      "ui/factor-code.tsx",
      "state/texts.ts",
    ]);
    const faults = [...core()].filter((path) => {
      const text = byPath.get(path)?.text ?? "";
      return (
        !waiting.has(path) && !path.startsWith("texts/") && (said.test(text) || (whole.test(text) && named.test(text)))
      );
    });
    expect(faults).toEqual([]);
  });
});
