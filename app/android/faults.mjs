// What has to be so in a manifest for Bubblewrap. It checks little itself, and ignores what it does not know; the rest would be seen in a
// failed build, or not before a phone refuses the package.

/** What the environment says, and what each is. */
export const VARIABLES = new Map([
  ["ANDROID_PACKAGE", "the name of the package, such as org.example.budget"],
  ["ANDROID_HOST", "the server's name, such as budget.example.org"],
  ["ANDROID_FINGERPRINT", "SHA-256 of the certificate that signs the package, as keytool -list -v prints it"],
  ["ANDROID_VERSION", "what people see of the version, such as 1.2.3"],
  ["ANDROID_VERSION_CODE", "a number that grows with every package"],
]);

const JAVA = new Set(
  "abstract assert boolean break byte case catch char class const continue default do double else enum extends false final finally float for goto if implements import instanceof int interface long native new null package private protected public return short static strictfp super switch synchronized this throw throws transient true try void volatile while".split(
    " ",
  ),
);
const LARGEST_CODE = 2_100_000_000;
/** What a launcher has room for. */
const SHORT = 12;

const text = (value) => typeof value === "string" && value !== "";
const flag = (value) => typeof value === "boolean";
const colour = [(value) => text(value) && /^#[0-9a-f]{6}$/i.test(value), "is a colour such as #e9efec"];
const among =
  (...values) =>
  (value) =>
    values.includes(value);
// A wildcard is a kind of its own to Android, such as any picture.
const type = (value) => text(value) && /^[a-z0-9-]+\/(\*|[a-z0-9.+-]+)$/.test(value);
const within = (value, { host }) => text(value) && value.startsWith(`https://${host}/`);
const picture = (value, manifest) => within(value, manifest) && value.endsWith(".png");
const name = (value) => text(value) && value.length <= 50;
const shortName = (value) => text(value) && value.length <= SHORT;

/** Every field that there may be, when it is right, and how that is said. All of them have to be there. */
const FIELDS = {
  packageId: [
    isPackage,
    "is two or more words of small letters, digits and _ with dots between them, none a word of Java",
  ],
  host: [
    (value) => text(value) && /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$/.test(value),
    "is a name of small letters with a dot in it, without https:// and without a port",
  ],
  appVersion: [(value) => text(value) && /^\d+(\.\d+){1,3}$/.test(value), "is numbers with dots between them"],
  appVersionCode: [
    (value) => Number.isInteger(value) && value > 0 && value <= LARGEST_CODE,
    `is a whole number from 1 to ${LARGEST_CODE}`,
  ],
  fingerprints: [
    (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.every(({ value }) => /^([0-9A-F]{2}:){31}[0-9A-F]{2}$/.test(value)),
    "is 32 bytes in hexadecimal, in capital letters, with colons between them",
  ],
  generatorApp: [text, "is a text"],
  minSdkVersion: [
    (value) => Number.isInteger(value) && value >= 23,
    "is 23 or later, which what Bubblewrap builds upon needs",
  ],
  fallbackType: [among("customtabs", "webview"), "is customtabs or webview"],
  enableNotifications: [among(true), "is true, or the app's notifications would be the browser's"],
  enableSiteSettingsShortcut: [flag, "is true or false"],
  splashScreenFadeOutDuration: [(value) => Number.isInteger(value) && value >= 0, "is a number of milliseconds"],
  features: [
    (value) => typeof value === "object" && Object.keys(value).length === 0,
    "is empty: the app needs neither places nor payments of Google's",
  ],
  name: [name, "is a text of at most 50 characters"],
  launcherName: [shortName, `is a text of at most ${SHORT} characters`],
  display: [among("standalone", "fullscreen", "minimal-ui"), "is standalone, fullscreen or minimal-ui"],
  startUrl: [(value) => text(value) && value.startsWith("/"), "is a path"],
  fullScopeUrl: [within, "is an address of the host"],
  webManifestUrl: [within, "is an address of the host"],
  themeColor: colour,
  themeColorDark: colour,
  navigationColor: colour,
  navigationColorDark: colour,
  navigationDividerColor: colour,
  navigationDividerColorDark: colour,
  backgroundColor: colour,
  iconUrl: [picture, "is a PNG of the app's with 512 pixels"],
  maskableIconUrl: [picture, "is a maskable PNG of the app's with 512 pixels"],
  monochromeIconUrl: [picture, "is a monochrome PNG of the app's with 96 pixels, for notifications"],
  shortcuts: [
    (value, manifest) => value.length > 0 && value.length <= 4 && value.every((one) => isShortcut(one, manifest)),
    "are one to four, each with a name, a short name, an address of the host and a PNG of 96 pixels",
  ],
  shareTarget: [isShareTarget, "has an address of the host, is POST of multipart/form-data, and names types of files"],
  fileHandlers: [
    (value, manifest) =>
      value.length > 0 &&
      value.every(
        ({ actionUrl, mimeTypes }) => within(actionUrl, manifest) && mimeTypes.length > 0 && mimeTypes.every(type),
      ),
    "have addresses of the host, and name types of files",
  ],
  launchHandlerClientMode: [
    among("navigate-existing", "focus-existing", "navigate-new", "auto"),
    "is what a window that is open does",
  ],
};

export function faultsIn(manifest) {
  const faults = Object.keys(manifest)
    .filter((field) => !(field in FIELDS))
    .map((field) => `${field} is nothing that is known here`);
  for (const [field, [isRight, words]] of Object.entries(FIELDS)) {
    const value = manifest[field];
    if (value === undefined || value === null || !isRight(value, manifest))
      faults.push(`${field} ${words}, and not ${JSON.stringify(value)}`);
  }
  return faults;
}

function isPackage(value) {
  if (!text(value) || value.length > 150) return false;
  const words = value.split(".");
  return words.length > 1 && words.every((word) => /^[a-z][a-z0-9_]*$/.test(word) && !JAVA.has(word));
}

function isShortcut(shortcut, manifest) {
  return (
    name(shortcut.name) &&
    shortName(shortcut.shortName) &&
    within(shortcut.url, manifest) &&
    picture(shortcut.chosenIconUrl, manifest)
  );
}

function isShareTarget({ action, method, enctype, params }, manifest) {
  const files = params?.files ?? [];
  const isForm = method === "POST" && enctype === "multipart/form-data";
  return (
    within(action, manifest) &&
    isForm &&
    files.length > 0 &&
    files.every(({ name, accept }) => text(name) && accept.length > 0 && accept.every(type))
  );
}
