#!/usr/bin/env node
import { existsSync } from "node:fs";

const program = new URL("../dist/cli/main.js", import.meta.url);
if (!existsSync(program)) {
  console.error("Not built yet: run npm ci && npm run build in app/.");
  process.exit(1);
}
const { main } = await import(program.href);
process.exitCode = await main(process.argv.slice(2), process.env);
