import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { App } from "./app.ts";

const script = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Found {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

/** What axe finds serious or worse on the page, a line each. It is evaluated by the browser's tools, which the page's policy leaves alone. */
export async function seriousIn(app: App): Promise<string[]> {
  await app.page.evaluate(script);
  const found = (await app.page.evaluate(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"] }).then((found) => found.violations)`,
  )) as Found[];
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary.split("\n").at(-1)?.trim()}`,
      ),
    );
}

/** Whether something is wider than the screen, so that one has to scroll sideways to read it. */
export function isTooWide(app: App): Promise<boolean> {
  return app.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
