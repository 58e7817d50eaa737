// Types of the API from its committed document, before every type check, so that they are never older than it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const source = new URL("../../docs/api/openapi.json", import.meta.url);
const target = new URL("../src/replica/api/schema.d.ts", import.meta.url);

const made = `// Made from docs/api/openapi.json by \`npm run schema\`.\n\n${astToString(await openapiTS(source))}`;
// Unchanged, it keeps its time, by which compilers and editors know it.
if (!existsSync(target) || readFileSync(target, "utf8") !== made) writeFileSync(target, made);
