import { type Json, type JsonObject, mergePatch, sameJson } from "../../src/replica/json.ts";
import { isCreation, type Operation, type Outcome } from "../../src/replica/outbox/operation.ts";
import type { Entity } from "./reference-outcomes.ts";

/** What the server fills in. */
export const DEFAULTS: Record<string, JsonObject> = {
  account: { openingBalance: 0, onBudget: true, closed: false },
  category: { archived: false },
  transaction: { splits: [], tags: [], status: "cleared" },
  budget: { every: 1, categoryIds: [], accountIds: [], rollover: "none", thresholds: [] },
};

/** All that bodies of any kind may say. */
export const MEMBERS = new Set(
  [
    "id name largeTransactionFrom type currency openingBalance openedOn onBudget note iban position group kind icon color archived",
    "into accountId date amount payee categoryId splits transfer tags status period every startsOn endsOn categoryIds accountIds",
    "rollover thresholds effectiveOn onlyPeriod",
  ].flatMap((names) => names.split(" ")),
);

/** What is one field when it is merged. */
export const ONE_FIELD: Record<string, string> = { splits: "categoryId", transfer: "categoryId" };
const OWN = new Set(["id", "version", "createdAt", "updatedAt", "deletedAt", "createdBy"]);

export function rawFields(was: JsonObject, now: JsonObject): string[] {
  return [...new Set([...Object.keys(was), ...Object.keys(now)])].filter(
    (name) => !OWN.has(name) && !sameJson(was[name], now[name]),
  );
}

export function changedFields(was: JsonObject, now: JsonObject): string[] {
  return [...new Set(rawFields(was, now).map((name) => ONE_FIELD[name] ?? name))];
}

export function sameField(field: string, left: JsonObject, right: JsonObject): boolean {
  return partsOf(field).every((name) => sameJson(left[name], right[name]));
}

/** What is now first, then mine. */
export function mergedTags(base: Json | undefined, mine: Json | undefined, now: Json | undefined): Json[] {
  const [was, wanted, there] = [base, mine, now].map((tags) => (Array.isArray(tags) ? tags : [])) as [
    Json[],
    Json[],
    Json[],
  ];
  const kept = there.filter((tag) => wanted.includes(tag) || !was.includes(tag));
  return [...kept, ...wanted.filter((tag) => !was.includes(tag) && !kept.includes(tag))];
}

export function idsIn(data: JsonObject | undefined): string[] {
  return ["accountId", "categoryId", "into"].flatMap((name) => {
    const id = data?.[name];
    return typeof id === "string" ? [id] : [];
  });
}

/** Of versions that a restored server gave to others nothing was seen: what this request did to an entity was made on earlier ones. */
export function asSeen(operation: Operation, seen: ReadonlyMap<string, number>): Operation {
  const { baseVersion, entityId } = operation;
  if (baseVersion === undefined) return operation;
  return { ...operation, baseVersion: Math.min(baseVersion, seen.get(entityId) ?? baseVersion) };
}

export function noteSeen({ type, entityId, baseVersion }: Operation, { status }: Outcome, seen: Map<string, number>) {
  const base = isCreation(type) ? 1 : baseVersion;
  if (base === undefined || (status !== "applied" && status !== "merged")) return;
  seen.set(entityId, Math.min(base, seen.get(entityId) ?? base));
}

/** What an earlier operation of the same request said, and the version that it led to. */
export interface Said {
  readonly entityId: string;
  readonly patch: JsonObject;
  readonly version: number;
}

/** Edits of fields; other operations say nothing about them. */
export function patchOf({ type, data = {} }: Operation): JsonObject {
  if (type.endsWith(".close") || type.endsWith(".reopen")) return { closed: type.endsWith(".close") };
  return type.endsWith(".revise") ? data : {};
}

/** What the user had before their eyes, with what they did since in the same request; null where it is none of this entity's. */
export function baseOf(
  entity: Entity,
  now: JsonObject,
  { baseVersion }: Operation,
  here: ReadonlyMap<string, Said>,
): JsonObject | null {
  if (baseVersion === undefined) return now;
  if (baseVersion > entity.versions.length) return null;
  let own: JsonObject = entity.versions[baseVersion - 1]?.data ?? {};
  let before: JsonObject = own;
  for (const [place, { data, by }] of entity.versions.entries()) {
    if (place < baseVersion) continue;
    const made: JsonObject = data ?? {};
    if (here.has(by)) own = withFields(own, made, rawFields(before, made));
    const said = [...here.values()].filter(({ entityId, version }) => entityId === entity.id && version === place + 1);
    for (const { patch } of said) {
      // What others had done already is their own edit too.
      const mine = mergePatch(own, patch) as JsonObject;
      const names = Object.keys(patch).map((name) => ONE_FIELD[name] ?? name);
      const agreed = names.filter((name) => sameField(name, mine, made));
      own = withFields(own, made, agreed.flatMap(partsOf));
      // Of tags they saw their own alone.
      if (patch.tags !== undefined) own = { ...own, tags: patch.tags ?? [] };
    }
    before = made;
  }
  return own;
}

function withFields(own: JsonObject, made: JsonObject, names: readonly string[]): JsonObject {
  return { ...own, ...Object.fromEntries(names.map((name) => [name, made[name]])) };
}

function partsOf(field: string): string[] {
  return [field, ...Object.keys(ONE_FIELD).filter((name) => ONE_FIELD[name] === field)];
}
