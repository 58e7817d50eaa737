// Writes every `run:` of the workflows as a bash script of its own, for ShellCheck: node run-blocks.mjs DIR WORKFLOW...
// Expressions become a word without meaning: what they hold must not matter to the shell.
import { createRequire } from "node:module";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const { parse } = createRequire(join(process.env.LINTERS, "package.json"))("yaml");
const [folder, ...workflows] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

let written = 0;
for (const workflow of workflows) {
  for (const [job, { steps = [] }] of Object.entries(parse(readFileSync(workflow, "utf8")).jobs)) {
    steps.forEach(({ run }, step) => {
      if (run === undefined) return;
      const script = run.replaceAll(/\$\{\{[^}]*\}\}/g, "EXPRESSION");
      writeFileSync(join(folder, `${basename(workflow, ".yml")}.${job}.${step + 1}.sh`), `#!/usr/bin/env bash\nset -euo pipefail\n${script}\n`);
      written++;
    });
  }
}
if (written === 0) throw new Error("No workflow has a run block.");
