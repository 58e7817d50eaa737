import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { differences } from "./openapi-diff.mjs";

const document = JSON.parse(readFileSync(new URL("../../docs/api/openapi.json", import.meta.url), "utf8"));
const accounts = "/api/v1/ledgers/{ledgerId}/accounts";

function changed(change) {
  const after = structuredClone(document);
  change(after.paths[accounts], after.components.schemas, after.paths);
  return differences(document, after);
}

test("the same document takes and adds nothing", () => assert.deepEqual(changed(() => {}), { taken: [], added: [] }));

test("a route that is gone is taken", () => {
  assert.ok(changed((_, __, paths) => delete paths[accounts].post).taken.includes(`no longer: POST ${accounts} exists`));
});

test("a field that is gone from an answer is taken", () => {
  const { taken } = changed((_, schemas) => delete schemas.AccountView.properties.name);
  assert.ok(taken.includes(`no longer: POST ${accounts}: 201.name exists`));
});

test("a field that has another type is taken", () => {
  const { taken } = changed((_, schemas) => (schemas.AccountView.properties.name = { type: "integer" }));
  assert.ok(taken.includes(`no longer: POST ${accounts}: 201.name is string`));
});

test("a parameter that becomes required is taken", () => {
  const { taken } = changed((route) => route.post.parameters.push({ name: "on", in: "query", required: true, schema: { type: "string" } }));
  assert.deepEqual(taken, [`now: POST ${accounts}: query on is required`]);
});

test("a field that is asked for from now on is taken", () => {
  const { taken } = changed((_, schemas) => {
    schemas.OpenAccountRequest.properties.colour = { type: "string" };
    (schemas.OpenAccountRequest.required ??= []).push("colour");
  });
  assert.ok(taken.includes(`now: POST ${accounts}: request.colour is required`));
});

test("a new route and a new field of an answer are added", () => {
  const { taken, added } = changed((route, schemas, paths) => {
    paths["/api/v1/new"] = { post: { ...route.post } };
    schemas.AccountView.properties.colour = { type: "string" };
  });
  assert.deepEqual(taken, []);
  assert.ok(added.includes("POST /api/v1/new exists") && added.includes(`POST ${accounts}: 201.colour exists`));
});
