import { importsOf, type Source } from "./sources.ts";

/** What one screen may use of another, and why it is there and not in `ui`. Anything else that screens share belongs to `ui` or `state`. */
export const SHARED_BETWEEN_SCREENS: Readonly<Record<string, string>> = {
  "screens/entries/entry-row.tsx": "an entry looks the same wherever it is listed, and leads to the same place",
  "screens/entry/pane.tsx": "on wide screens an entry opens beside the list of entries",
  "screens/budgets/budget-row.tsx": "a budget at risk looks on Home as it does among the budgets",
  "screens/charts/behind-sheet.tsx": "a bar on Home opens the entries behind it as it does among the charts",
  "screens/charts/category-bars.tsx": "Home shows the first bars of the charts",
  "screens/profile/confirm-address.tsx": "who joins a ledger, or invites into one, has to confirm their address first",
  "screens/profile/sign-out.tsx":
    "people look for signing out in the settings, and beside the devices they are signed in on",
  "screens/first-steps/formats.ts": "Settings offers the formats that the first steps offer",
};

/** What screens may use of the engine's inside: arithmetic without state, and the types that are made of the API's document. */
const OPEN_ENGINE = /^replica\/(index\.ts|money\/(dates|periods|money|amounts)\.ts|api\/schema\.js)$/;

const MOST_LINES = 200;
const TOKENS = "styles/tokens.css";

/** What is not as it should be, a line each. */
export function faultsIn(all: readonly Source[]): string[] {
  const paths = new Set(all.map(({ path }) => path));
  return all.flatMap((source) => [
    ...lineFaults(source),
    ...importFaults(source, paths),
    ...screenFaults(source),
    ...styleFaults(source),
  ]);
}

function lineFaults({ path, text }: Source): string[] {
  const count = text.trimEnd().split("\n").length;
  return count > MOST_LINES ? [`${path} has ${count} lines, more than ${MOST_LINES}`] : [];
}

/** The engine stands alone; what the app takes of it goes through its index, but for what only a browser's store needs. */
function importFaults(source: Source, paths: ReadonlySet<string>): string[] {
  const { path } = source;
  return importsOf(source).flatMap(({ to }) => {
    const isEngine = path.startsWith("replica/");
    if (isEngine && !to.startsWith("replica/")) return [`${path} imports ${to}: the engine knows nothing of the app`];
    if (!isEngine && to.startsWith("screens/") && !/^(screens|shell)\//.test(path))
      return [`${path} imports ${to}: only the shell and screens know screens`];
    // Types that are made, such as the API's, have no source.
    if (/\.tsx?$/.test(to) && !paths.has(to) && !to.endsWith(".d.ts"))
      return [`${path} imports ${to}, which is not there`];
    return [];
  });
}

function screenFaults(source: Source): string[] {
  const [area, screen] = source.path.split("/");
  if (area !== "screens") return [];
  return importsOf(source).flatMap(({ to }) => {
    const [otherArea, other] = to.split("/");
    if (otherArea === "replica" && !OPEN_ENGINE.test(to))
      return [`${source.path} imports ${to}: screens know the engine by replica/index.ts`];
    if (otherArea !== "screens" || other === screen || to in SHARED_BETWEEN_SCREENS) return [];
    return [`${source.path} imports ${to}: screens share by ui and state, or by the list in rules.ts`];
  });
}

/** The policy of the page allows no inline styles, and what is global is seen by everything. */
function styleFaults({ path, text }: Source): string[] {
  if (path.endsWith(".css")) {
    if (path === TOKENS) return [];
    if (!path.endsWith(".module.css")) return [`${path} is global: only ${TOKENS} is`];
    const faults = [];
    if (/:global\b/.test(text)) faults.push(`${path} reaches out of its module by :global`);
    // Its names are the module's own; without one, a rule holds for the whole page.
    for (const [, selector] of text.matchAll(/^([a-z*][^{@;]*)\{/gm)) {
      if (!selector?.includes(".") && !/^(from|to)\b/.test(selector ?? ""))
        faults.push(`${path} styles ${selector?.trim()} everywhere`);
    }
    if (/\b100vh\b/.test(text)) faults.push(`${path} has 100vh, which a phone's bars cover`);
    return faults;
  }
  return [...text.matchAll(/\bstyle=(\{[^}]*\}|"[^"]*")/g)]
    .map(([, value]) => value ?? "")
    .filter((value) => !/"--[a-z-]+":/.test(value))
    .map((value) => `${path} has style=${value}: only custom properties are set from code`);
}
