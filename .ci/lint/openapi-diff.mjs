// What a change of the API document takes from clients: node openapi-diff.mjs BEFORE AFTER. Exit code 1 when something is taken.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

// Two sets of sentences: what clients were promised, which may only grow, and what is demanded of them, which may only shrink.
function contract(document) {
  const promises = new Set();
  const demands = new Set();

  const schema = (node, where, asked, seen = []) => {
    if (!node) return;
    if (node.$ref) {
      if (seen.includes(node.$ref)) return;
      schema(document.components.schemas[node.$ref.split("/").at(-1)], where, asked, [...seen, node.$ref]);
      return;
    }
    for (const part of [...(node.allOf ?? []), ...(node.oneOf ?? []), ...(node.anyOf ?? [])]) schema(part, where, asked, seen);
    if (node.type) promises.add(`${where} is ${[node.type].flat().sort().join(" or ")}${node.format ? ` (${node.format})` : ""}`);
    // New values of an answer are for clients to bear; a value that is not taken any more is not.
    for (const value of (asked && node.enum) || []) promises.add(`${where} takes ${value}`);
    schema(node.items, `${where}[]`, asked, seen);
    for (const [name, property] of Object.entries(node.properties ?? {})) {
      promises.add(`${where}.${name} exists`);
      if (node.required?.includes(name)) (asked ? demands : promises).add(`${where}.${name} is required`);
      schema(property, `${where}.${name}`, asked, seen);
    }
  };

  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const name = `${method.toUpperCase()} ${path}`;
      promises.add(`${name} exists`);
      for (const parameter of operation.parameters ?? []) {
        const where = `${name}: ${parameter.in} ${parameter.name}`;
        promises.add(`${where} exists`);
        if (parameter.required) demands.add(`${where} is required`);
        schema(parameter.schema, where, true);
      }
      for (const [type, { schema: body }] of Object.entries(operation.requestBody?.content ?? {})) {
        promises.add(`${name} takes ${type}`);
        schema(body, `${name}: request`, true);
      }
      if (operation.requestBody?.required) demands.add(`${name}: request is required`);
      for (const [status, response] of Object.entries(operation.responses ?? {})) {
        if (!status.startsWith("2")) continue;
        promises.add(`${name} answers ${status}`);
        for (const { schema: body } of Object.values(response.content ?? {})) schema(body, `${name}: ${status}`, false);
      }
    }
  }
  return { promises, demands };
}

const operationOf = (sentence) => sentence.split(/:? /).slice(0, 2).join(" ");

export function differences(before, after) {
  const [old, now] = [contract(before), contract(after)];
  const known = new Set([...old.promises].map(operationOf));
  return {
    taken: [
      ...[...old.promises].filter((sentence) => !now.promises.has(sentence)).map((sentence) => `no longer: ${sentence}`),
      ...[...now.demands].filter((s) => !old.demands.has(s) && known.has(operationOf(s))).map((sentence) => `now: ${sentence}`),
    ],
    added: [...now.promises].filter((sentence) => !old.promises.has(sentence)),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [before, after] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
  const { taken, added } = differences(before, after);
  const list = (title, sentences) => sentences.length && console.log(`### ${title}\n${sentences.map((s) => `- ${s}`).join("\n")}`);
  list("Taken from clients", taken);
  list("Added for clients", added);
  if (!taken.length && !added.length) console.log("The contract with clients is as it was.");
  process.exitCode = taken.length ? 1 : 0;
}
