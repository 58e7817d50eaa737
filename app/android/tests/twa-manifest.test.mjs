// What the Android package is made from: node --test app/android/tests/
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { sources, twaManifest } from "../twa-manifest.mjs";
import { changed, deployment, refused } from "./support.mjs";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");

test("says what the deployment says", () => {
  const manifest = twaManifest(deployment);
  assert.equal(manifest.packageId, "org.example.budget");
  assert.equal(manifest.host, "budget.example.org");
  assert.equal(manifest.appVersion, "1.2.3");
  assert.equal(manifest.appVersionCode, 7);
  assert.deepEqual(manifest.fingerprints, [{ name: "signature", value: deployment.ANDROID_FINGERPRINT }]);
});

test("says of the app what its web manifest and its page say, whatever that is", () => {
  const { web } = sources();
  const manifest = twaManifest(deployment);
  assert.equal(manifest.name, web.name);
  assert.equal(manifest.launcherName, web.short_name);
  assert.equal(manifest.startUrl, web.start_url);
  assert.equal(manifest.themeColor, web.theme_color);
  assert.equal(manifest.backgroundColor, web.background_color);
  const shortcuts = web.shortcuts.map(({ name, url }) => [name, `https://budget.example.org${url}`]);
  assert.deepEqual(
    manifest.shortcuts.map(({ name, url }) => [name, url]),
    shortcuts,
  );

  const other = twaManifest(
    deployment,
    changed((own) => {
      own.web.name = "Purse";
      own.web.short_name = "Purse";
      own.web.start_url = "/?from=icon";
      own.web.theme_color = "#123456";
      own.web.background_color = "#654321";
      own.web.shortcuts = [{ ...own.web.shortcuts[1], name: "Pay day" }];
      own.page = own.page.replace("#1b211f", "#010203");
    }),
  );
  assert.equal(other.name, "Purse");
  assert.equal(other.launcherName, "Purse");
  assert.equal(other.startUrl, "/?from=icon");
  assert.equal(other.themeColor, "#123456");
  assert.equal(other.navigationColor, "#123456");
  assert.equal(other.themeColorDark, "#010203");
  assert.equal(other.backgroundColor, "#654321");
  assert.deepEqual(
    other.shortcuts.map(({ name }) => name),
    ["Pay day"],
  );
});

test("types nothing into the template that the app says", () => {
  for (const said of ["name", "themeColor", "shortcuts", "startUrl", "iconUrl", "shareTarget"]) {
    const own = changed(({ template }) => {
      template[said] = "typed twice";
    });
    refused(new RegExp(`^${said} is in the template`, "m"), deployment, own);
  }
});

test("colours the bars of the system as the app's own", () => {
  const { light, dark } = /--surface-container: light-dark\((?<light>#\w+), (?<dark>#\w+)\)/.exec(
    read("../../src/styles/tokens.css"),
  ).groups;
  const manifest = twaManifest(deployment);
  assert.equal(manifest.navigationColor, light);
  assert.equal(manifest.navigationColorDark, dark);
});

test("takes pictures that are there and have the size that is said", () => {
  const { iconUrl, maskableIconUrl, monochromeIconUrl, shortcuts } = twaManifest(deployment);
  const pictures = [iconUrl, maskableIconUrl, monochromeIconUrl, ...shortcuts.map((one) => one.chosenIconUrl)];
  const said = new Map(sources().web.icons.map(({ src, sizes }) => [src, sizes]));
  for (const picture of pictures) {
    const { pathname } = new URL(picture);
    const png = readFileSync(new URL(`../../public${pathname}`, import.meta.url));
    assert.equal(png.toString("latin1", 1, 4), "PNG", pathname);
    assert.equal(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, said.get(pathname), pathname);
  }
});

test("leaves endings of file names to browsers, as Android refuses a package with one", () => {
  const { web } = sources();
  assert.ok(web.share_target.params.files[0].accept.includes(".ofx"));
  const { accept } = twaManifest(deployment).shareTarget.params.files[0];
  assert.ok(accept.includes("text/csv"));
  // What no phone has a type for, such as most banks' files.
  assert.ok(accept.includes("application/octet-stream"));
  assert.deepEqual(
    accept.filter((type) => !type.includes("/")),
    [],
  );
});

test("shares to where the worker listens, and opens where there is a screen", () => {
  const { shareTarget, fileHandlers, shortcuts } = twaManifest(deployment);
  assert.ok(read("../../src/worker/shared.ts").includes(`SHARE_PATH = "${new URL(shareTarget.action).pathname}"`));
  const routes = read("../../src/shell/routes.ts");
  for (const address of [...fileHandlers.map((one) => one.actionUrl), ...shortcuts.map((one) => one.url)]) {
    const path = new URL(address).pathname.replace(/^\/app\//, "/");
    assert.ok(routes.includes(`path: "${path}"`), address);
  }
});

test("hands the app's notifications to the package", () => {
  assert.equal(twaManifest(deployment).enableNotifications, true);
});
