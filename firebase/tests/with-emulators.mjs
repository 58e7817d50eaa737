// Runs a command beside the Auth and Functions emulators: node with-emulators.mjs COMMAND [ARGUMENT...]
//
// They get free ports and a temporary directory with the built functions and settings made up for them, so that several
// may run at once. The command finds FIREBASE_AUTH_EMULATOR_HOST and GCLOUD_PROJECT in its environment, and
// MYBUDGET_HOOK_PORT and MYBUDGET_HOOK_SECRET: where on loopback the functions expect the API, and what they sign with.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const project = "demo-mybudget";
const firebase = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(firebase, "functions");
const tools = join(firebase, "node_modules/firebase-tools/lib/bin/firebase.js");

async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => once(server.close(), "close")));
  return ports;
}

async function stage(directory, secret, [auth, functions, hub, logging, api]) {
  const at = (port) => ({ host: "127.0.0.1", port });
  const config = {
    functions: { source: "functions", runtime: "nodejs22" },
    emulators: { auth: at(auth), functions: at(functions), hub: at(hub), logging: at(logging), ui: { enabled: false } },
  };
  const settings = {
    FUNCTIONS_LOCATION: "europe-west1",
    API_BASE_URL: `http://127.0.0.1:${api}`,
    SIGN_UP_OPEN: "true",
    SIGN_UP_ALLOWED_DOMAINS: "example.com,example.org",
  };
  const target = join(directory, "functions");
  await mkdir(target);
  await cp(join(source, "lib"), join(target, "lib"), { recursive: true });
  await cp(join(source, "package.json"), join(target, "package.json"));
  await symlink(join(source, "node_modules"), join(target, "node_modules"));
  await writeFile(join(target, `.env.${project}`), Object.entries(settings).map(([name, value]) => `${name}=${value}\n`).join(""));
  await writeFile(join(target, ".secret.local"), `MYBUDGET_HOOK_SECRET=${secret}\n`, { mode: 0o600 });
  await writeFile(join(directory, "firebase.json"), JSON.stringify(config));
}

async function run(directory, command, environment) {
  const quoted = (words) => words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
  const script = `${quoted(["cd", process.cwd()])} && ${quoted(command)}`;
  const emulators = spawn(
    process.execPath,
    [tools, "emulators:exec", "--only", "auth,functions", "--project", project, script],
    // A group of its own: the emulators do not pass on to the command what stops them, and take a second signal amiss.
    { cwd: directory, detached: true, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...environment } },
  );
  let stopped = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      stopped = true;
      process.kill(-emulators.pid, signal);
    });
  }
  const [code] = await once(emulators, "exit");
  return stopped ? 1 : (code ?? 1);
}

const ports = await freePorts(5);
const secret = randomBytes(32).toString("hex");
const directory = await mkdtemp(join(tmpdir(), "mybudget-emulators-"));
try {
  await stage(directory, secret, ports);
  process.exitCode = await run(directory, process.argv.slice(2), { MYBUDGET_HOOK_PORT: `${ports.at(-1)}`, MYBUDGET_HOOK_SECRET: secret });
} finally {
  await rm(directory, { recursive: true, force: true });
}
