// Fails when a package comes under terms that nobody has agreed to: node licences.mjs LOCK_FILE... (after dotnet restore)
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const agreed = new Set(["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "PostgreSQL", "MS-PL", "BlueOak-1.0.0", "CC0-1.0", "Python-2.0", "Zlib"]);

// Packages that do not name their licence in the agreed form, and what was found in their sources.
const reviewed = new Map([
  ["mediatr@5.1.0", "Apache-2.0"],
  ["mono.cecil@0.11.3", "MIT"],
  ["netarchtest.rules@1.3.2", "MIT"],
  ["deep-freeze@0.0.1", "CC0-1.0"],
  ["fuzzy@0.1.3", "MIT"],
  ["limiter@1.1.5", "MIT"],
  ["url-template@2.0.8", "BSD-3-Clause"],
  ["valid-url@1.0.9", "MIT"],
]);

// Programs of others that the benchmarks are run beside, fetched when somebody asks for it and never given to anybody with the product.
// So their terms bind only whoever runs them; each is named, so that another still has to be looked at.
const measuredBeside = "tests/MyBudget.Benchmarks/Peers/package-lock.json";
const measured = new Set(["hyperformula", "@rschedule/core", "@rschedule/standard-date-adapter", "absurd-sql", "@bufbuild/protobuf"]);

// What tests run as it is, or the build of the Android package, and nobody gets with the product: its terms ask for its own files' source,
// which are not changed. resvg comes as a program for each processor.
const tools = new Map([["axe-core", "MPL-2.0"], ["@resvg/resvg-js", "MPL-2.0"]]);

const packages = join(process.env.NUGET_PACKAGES ?? join(homedir(), ".nuget/packages"));

function* nuget(lock) {
  for (const framework of Object.values(lock.dependencies)) {
    for (const [id, { type, resolved }] of Object.entries(framework)) {
      if (type === "Project") continue;
      const name = id.toLowerCase();
      const file = join(packages, name, resolved, `${name}.nuspec`);
      if (!existsSync(file)) throw new Error(`${name} ${resolved} is not restored: run dotnet restore first.`);
      yield [`${name}@${resolved}`, /<license type="expression">([^<]+)</.exec(readFileSync(file, "utf8"))?.[1]];
    }
  }
}

function* npm(lock) {
  for (const [path, { version, license, link }] of Object.entries(lock.packages)) {
    if (path && !link) yield [`${path.split("node_modules/").at(-1)}@${version}`, license];
  }
}

// Of a choice, one agreed licence is enough; of several that hold together, each has to be.
const isAgreed = (expression) => expression?.replaceAll(/[()]/g, "").split(/ OR /).some((choice) => choice.split(/ AND /).every((licence) => agreed.has(licence.trim())));

const refused = new Map();
let seen = 0;
for (const file of process.argv.slice(2)) {
  const lock = JSON.parse(readFileSync(file, "utf8"));
  for (const [name, licence] of lock.packages ? npm(lock) : nuget(lock)) {
    seen++;
    if (file.endsWith(measuredBeside) && measured.has(name.slice(0, name.lastIndexOf("@")))) continue;
    if (tools.get(name.slice(0, name.lastIndexOf("@")).replace(/^(@resvg\/resvg-js)-.+$/, "$1")) === licence) continue;
    if (!isAgreed(reviewed.get(name) ?? licence)) refused.set(name, licence ?? "no licence named");
  }
}
if (seen === 0) throw new Error("There is no package to look at.");
for (const [name, licence] of refused) console.log(`${name}: ${licence}`);
process.exitCode = refused.size ? 1 : 0;
