// What Bubblewrap makes the Android package from: the template beside this file, filled from the environment, with everything that the app's
// own web manifest and page say already.
import { readFileSync } from "node:fs";
import { faultsIn, VARIABLES } from "./faults.mjs";

/** Paths are read as if they were there, since the host that is given may be none. */
const ANYWHERE = "https://app.invalid";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");

/** The sources as they are in the repository. */
export const sources = () => ({
  template: JSON.parse(read("twa-manifest.template.json")),
  web: JSON.parse(read("../public/manifest.webmanifest")),
  page: read("../index.html"),
});

/** The manifest, or an error with a line for everything that is wrong. */
export function twaManifest(environment, { template, web, page } = sources()) {
  const faults = [];
  const own = filled(template, environment, faults);
  const said = fromTheApp(web, page, own.host);
  for (const name of Object.keys(said)) {
    if (name in own) faults.push(`${name} is in the template, though the app says it`);
  }
  const manifest = { ...own, ...said };
  faults.push(...faultsIn(manifest));
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return manifest;
}

/** Placeholders are whole values, so that what the environment holds cannot change anything beside them. */
function filled(value, environment, faults) {
  if (Array.isArray(value)) return value.map((item) => filled(item, environment, faults));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, filled(of, environment, faults)]));
  }
  if (typeof value !== "string" || !value.includes("$")) return value;
  const name = /^\$([A-Z_]+)$/.exec(value)?.[1];
  if (!VARIABLES.has(name)) {
    faults.push(`${value} in the template is no variable that is known`);
    return value;
  }
  const given = environment[name] ?? "";
  if (given === "") faults.push(`${name} is missing: ${VARIABLES.get(name)}`);
  return name === "ANDROID_VERSION_CODE" ? Number(given) : given;
}

/** In Bubblewrap's words. Paths become addresses of the host, as Bubblewrap has them. */
function fromTheApp(web, page, host) {
  const address = (path) => {
    const { origin, pathname, search, href } = new URL(path ?? "", ANYWHERE);
    return origin === ANYWHERE ? `https://${host}${pathname}${search}` : href;
  };
  const icon = (purpose, size) => largest(web.icons, purpose, size, address);
  const bar = { light: web.theme_color, dark: barColour(page, "dark") };
  return {
    name: web.name,
    launcherName: web.short_name,
    display: web.display,
    startUrl: web.start_url,
    fullScopeUrl: address(web.scope),
    webManifestUrl: address("/manifest.webmanifest"),
    // The app's own bars at the top and at the end of the screen have this colour, so the system's go on with it.
    themeColor: bar.light,
    themeColorDark: bar.dark,
    navigationColor: bar.light,
    navigationColorDark: bar.dark,
    navigationDividerColor: bar.light,
    navigationDividerColorDark: bar.dark,
    backgroundColor: web.background_color,
    iconUrl: icon("any", 512),
    maskableIconUrl: icon("maskable", 512),
    monochromeIconUrl: icon("monochrome", 96),
    shortcuts: (web.shortcuts ?? []).map(({ name, short_name, url, icons }) => ({
      name,
      shortName: short_name ?? name,
      url: address(url),
      chosenIconUrl: largest(icons, "any", 96, address),
    })),
    shareTarget: web.share_target && {
      ...web.share_target,
      action: address(web.share_target.action),
      params: typesAlone(web.share_target.params),
    },
    fileHandlers: (web.file_handlers ?? []).map(({ action, accept }) => ({
      actionUrl: address(action),
      mimeTypes: Object.keys(accept ?? {}),
    })),
    launchHandlerClientMode: web.launch_handler?.client_mode,
  };
}

/** Of pixels: what is drawn of lines has no size to choose by. */
function largest(icons, purpose, least, address) {
  const sized = (icons ?? [])
    .filter((icon) => (icon.purpose ?? "any").split(" ").includes(purpose))
    .map((icon) => ({ src: icon.src, size: Number.parseInt(icon.sizes, 10) }))
    .filter(({ size }) => size >= least)
    .sort((a, b) => b.size - a.size);
  return sized[0] && address(sized[0].src);
}

/** Browsers take endings of file names, too; an Android package in whose manifest one stands for a type cannot be installed. */
function typesAlone(params) {
  return {
    ...params,
    files: (params?.files ?? []).map((file) => ({
      ...file,
      accept: (file.accept ?? []).filter((type) => type.includes("/")),
    })),
  };
}

function barColour(page, scheme) {
  const tag = page
    .match(/<meta\s[^>]*>/g)
    ?.find((meta) => /name="theme-color"/.test(meta) && meta.includes(`prefers-color-scheme: ${scheme}`));
  return /content="([^"]*)"/.exec(tag ?? "")?.[1];
}
