// What is refused before anything is built: node --test app/android/tests/
import assert from "node:assert/strict";
import { test } from "node:test";
import { twaManifest } from "../twa-manifest.mjs";
import { changed, deployment, refused } from "./support.mjs";

for (const name of Object.keys(deployment)) {
  test(`asks for ${name}`, () => refused(new RegExp(`^${name} is missing: `, "m"), { ...deployment, [name]: "" }));
}

const wrong = {
  ANDROID_PACKAGE: [
    "budget",
    "org.example.",
    "org.Example.budget",
    "org.1example",
    "org.example.new",
    'org.example"',
    "org example.budget",
  ],
  ANDROID_HOST: [
    "https://budget.example.org",
    "budget.example.org:8443",
    "budget",
    "Budget.example.org",
    "192.168.1.20",
    "budget.example.org/app",
    "a'.example.org",
  ],
  ANDROID_FINGERPRINT: [
    "A1",
    Array(32).fill("a1").join(":"),
    Array(20).fill("A1").join(":"),
    Array(32).fill("A1").join(""),
  ],
  ANDROID_VERSION: ["v1.2.3", "1", "1.2.3-beta", "1.2'"],
  ANDROID_VERSION_CODE: ["0", "-1", "1.5", "seven", "2100000001"],
};
const fields = {
  ANDROID_PACKAGE: "packageId",
  ANDROID_HOST: "host",
  ANDROID_FINGERPRINT: "fingerprints",
  ANDROID_VERSION: "appVersion",
  ANDROID_VERSION_CODE: "appVersionCode",
};
for (const [name, values] of Object.entries(wrong)) {
  for (const value of values) {
    test(`refuses ${value} as ${name}`, () =>
      refused(new RegExp(`^${fields[name]} (is|are) `, "m"), { ...deployment, [name]: value }));
  }
}

const spoilt = {
  "a field that is misspelled": [
    /^enableNotification is nothing that is known/m,
    ({ template }) => {
      template.enableNotification = template.enableNotifications;
    },
  ],
  "a field that is gone": [
    /^enableNotifications is true/m,
    ({ template }) => {
      delete template.enableNotifications;
    },
  ],
  "a text in place of a switch": [
    /^enableNotifications is true/m,
    ({ template }) => {
      template.enableNotifications = "true";
    },
  ],
  "another variable": [
    /^\$HOME in the template is no variable/m,
    ({ template }) => {
      template.host = "$HOME";
    },
  ],
  "a variable within a text": [
    /in the template is no variable/m,
    ({ template }) => {
      template.host = "www.$ANDROID_HOST";
    },
  ],
  "a system older than what it builds upon": [
    /^minSdkVersion is 23/m,
    ({ template }) => {
      template.minSdkVersion = 21;
    },
  ],
  "another way where there is no browser": [
    /^fallbackType is customtabs/m,
    ({ template }) => {
      template.fallbackType = "browser";
    },
  ],
  "payments of Google's": [
    /^features is empty/m,
    ({ template }) => {
      template.features = { playBilling: { enabled: true } };
    },
  ],
  "no icon of 512 pixels": [
    /^iconUrl is a PNG/m,
    ({ web }) => {
      web.icons = web.icons.filter(({ src }) => src !== "/icon-512.png");
    },
  ],
  "no icon for notifications": [
    /^monochromeIconUrl is a monochrome PNG/m,
    ({ web }) => {
      web.icons = web.icons.filter(({ purpose }) => purpose !== "monochrome");
    },
  ],
  "a colour by name": [
    /^themeColor is a colour/m,
    ({ web }) => {
      web.theme_color = "green";
    },
  ],
  "no colour for the dark": [
    /^themeColorDark is a colour/m,
    (own) => {
      own.page = own.page.replace("prefers-color-scheme: dark", "");
    },
  ],
  "five shortcuts": [
    /^shortcuts are one to four/m,
    ({ web }) => {
      web.shortcuts = Array(5).fill(web.shortcuts[0]);
    },
  ],
  "a shortcut to another server": [
    /^shortcuts are one to four/m,
    ({ web }) => {
      web.shortcuts[0].url = "https://elsewhere.example.org/new";
    },
  ],
  "a name that a launcher has no room for": [
    /^launcherName is a text/m,
    ({ web }) => {
      web.short_name = "My household's budget";
    },
  ],
  "a share target that reads": [
    /^shareTarget has an address/m,
    ({ web }) => {
      web.share_target.method = "GET";
    },
  ],
  "a share target of endings alone": [
    /^shareTarget has an address/m,
    ({ web }) => {
      web.share_target.params.files[0].accept = [".csv", ".ofx"];
    },
  ],
};
for (const [name, [words, change]] of Object.entries(spoilt)) {
  test(`refuses ${name}`, () => refused(words, deployment, changed(change)));
}

test("says all that is wrong at once", () => {
  assert.throws(
    () => twaManifest({ ...deployment, ANDROID_HOST: "", ANDROID_VERSION: "v1" }),
    ({ message }) => message.includes("ANDROID_HOST is missing") && message.includes("appVersion is numbers"),
  );
});
