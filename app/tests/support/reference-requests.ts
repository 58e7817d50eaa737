import { KINDS } from "../../src/replica/entities.ts";
import { isObject, type Json, type JsonObject } from "../../src/replica/json.ts";

/** What a whole request is refused with. */
export type Refused = [status: number, code: string, headers?: Record<string, string>, errors?: JsonObject];

export function invalid(field: string): Refused {
  return [400, "http.invalid", {}, { [field]: [{ code: "invalid", message: "It cannot be meant." }] }];
}

export function refusedQuery(query: URLSearchParams): Refused | null {
  const unknown = [...query.keys()].find((name) => !["since", "limit", "kinds"].includes(name));
  if (unknown !== undefined) return invalid(unknown);
  const limit = Number(query.get("limit") ?? 500);
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 1000)) return invalid("limit");
  const isKind = (kind: string) => (KINDS as readonly string[]).includes(kind) || kind === "prophecy";
  return query.get("kinds")?.split(",").every(isKind) === false ? invalid("kinds") : null;
}

/** The field of a batch that is not as it has to be. */
export function refusedBatch(operations: Json | undefined): string | null {
  if (!Array.isArray(operations) || operations.length > 500) return "operations";
  for (const [place, operation] of operations.entries()) {
    const where = `operations[${place}]`;
    if (!isObject(operation)) return where;
    const { id, type, entityId, baseVersion } = operation;
    if (typeof id !== "string") return `${where}.id`;
    if (typeof type !== "string") return `${where}.type`;
    if (typeof entityId !== "string") return `${where}.entityId`;
    if (baseVersion !== undefined && !(typeof baseVersion === "number" && baseVersion >= 1))
      return `${where}.baseVersion`;
  }
  return null;
}
