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
  if (!(await app.page.evaluate("'axe' in globalThis"))) await app.page.evaluate(script);
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

/** What is wider than the screen, so that one has to scroll sideways to read it. */
export function tooWideIn(app: App): Promise<string[]> {
  return app.page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const scrolls = (one: Element | null): boolean =>
      one !== null && (getComputedStyle(one).overflowX !== "visible" || scrolls(one.parentElement));
    const out = [...document.querySelectorAll("body *")].filter((one) => {
      const { right, width } = one.getBoundingClientRect();
      const isFolded = one.closest("details:not([open])") !== null && one.closest("summary") === null;
      return width > 0 && right > clientWidth + 0.5 && !isFolded && !scrolls(one.parentElement);
    });
    // The innermost ones are the reason.
    const inner = out.filter((one) => !out.some((other) => other !== one && one.contains(other)));
    return inner.map((one) => `one has to scroll sideways for ${one.outerHTML.slice(0, 120)}`);
  });
}

/** What can be pressed or typed into, and lies behind something else wherever one scrolls. */
export function coveredIn(app: App): Promise<string[]> {
  return app.page.evaluate(() => {
    const place = document.querySelector("dialog[open]") ?? document;
    const covered: string[] = [];
    for (const one of place.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary")) {
      if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      one.scrollIntoView({ block: "center", inline: "center" });
      const { left, top, width, height } = one.getBoundingClientRect();
      // Only for who listens.
      if (width < 4 || height < 4) continue;
      const on = document.elementFromPoint(left + width / 2, top + height / 2);
      if (!on || (!one.contains(on) && !on.contains(one))) {
        const name = one.dataset.action ?? one.dataset.key ?? one.getAttribute("name") ?? one.textContent;
        covered.push(`${name} is behind ${on?.outerHTML.slice(0, 80)}`);
      }
    }
    scrollTo(0, 0);
    return covered;
  });
}
