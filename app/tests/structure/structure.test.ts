import { describe, expect, it } from "vitest";
import { faultsIn, SHARED_BETWEEN_SCREENS } from "./rules.ts";
import { importsOf, sources } from "./sources.ts";

const all = sources();

describe("the app's sources", () => {
  it("keep to the rules", () => {
    expect(all.length).toBeGreaterThan(100);
    expect(faultsIn(all)).toEqual([]);
  });

  it("share between screens what is listed, and list nothing that nobody shares", () => {
    const used = new Set(
      all.flatMap((source) =>
        importsOf(source).flatMap(({ from, to }) => (from.split("/")[1] === to.split("/")[1] ? [] : [to])),
      ),
    );
    expect(Object.keys(SHARED_BETWEEN_SCREENS).filter((path) => !used.has(path))).toEqual([]);
  });
});

describe("a rule is broken by", () => {
  const broken: readonly [string, string, string, RegExp][] = [
    [
      "an engine that knows a screen",
      "replica/a.ts",
      'import { x } from "../state/act.ts";',
      /knows nothing of the app/,
    ],
    ["one that knows only its type", "replica/a.ts", 'import type { X } from "../ui/icon.tsx";', /knows nothing/],
    ["a state that knows a screen", "state/a.ts", 'import { x } from "../screens/home/home.tsx";', /only the shell/],
    [
      "a screen that looks into the engine",
      "screens/a/a.tsx",
      'import {\n  x,\n  y,\n} from "../../replica/sync/meta.ts";',
      /by replica\/index\.ts/,
    ],
    [
      "one that does it when it is used",
      "screens/a/a.tsx",
      'await import("../../replica/ids.ts")',
      /by replica\/index\.ts/,
    ],
    ["a screen that looks into another", "screens/a/a.tsx", 'import { x } from "../home/home.tsx";', /by the list/],
    ["a long file", "ui/a.ts", "x;\n".repeat(201), /201 lines/],
    ["an inline style", "ui/a.tsx", '<p style="color: red">', /only custom properties/],
    ["a style that is computed", "ui/a.tsx", "<p style={{ width: 3 }}>", /only custom properties/],
    ["a global sheet", "ui/a.css", ".a { color: red }", /is global/],
    ["a module that is global", "ui/a.module.css", ":global(p) { color: red }", /:global/],
    ["a module's rule for every element", "ui/a.module.css", "p { color: red }", /everywhere/],
    ["a height that bars cover", "ui/a.module.css", ".a { height: 100vh }", /100vh/],
  ];
  it.each(broken)("%s", (_, path, text, fault) => {
    const there = ["state/act.ts", "ui/icon.tsx", "screens/home/home.tsx", "replica/sync/meta.ts", "replica/ids.ts"];
    const others = there.map((one) => ({ path: one, text: "" }));
    expect(faultsIn([...others, { path, text }])).toEqual([expect.stringMatching(fault)]);
  });

  it("nothing in a file that keeps to them", () => {
    const text = 'import { Replica } from "../../replica/index.ts";\n<p style={{ "--share": 3 }} />';
    const engine = { path: "replica/index.ts", text: "" };
    expect(faultsIn([engine, { path: "screens/a/a.tsx", text }])).toEqual([]);
  });
});
