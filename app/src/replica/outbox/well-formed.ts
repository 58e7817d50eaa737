import { isObject, type Json, type JsonObject } from "../json.ts";

/** Half of a character, such as a cut text has at its end: no server can read it, and one of them would hold up all that is sent with it. */
const HALVES = /\p{Surrogate}/gu;

export function wellFormed(data: JsonObject): JsonObject {
  return mended(data) as JsonObject;
}

/** The same value where there is nothing to mend. */
function mended(value: Json): Json {
  if (typeof value === "string") return value.replace(HALVES, "\ufffd");
  if (Array.isArray(value)) {
    const all = value.map(mended);
    return all.some((one, place) => one !== value[place]) ? all : value;
  }
  if (!isObject(value)) return value;
  const all = Object.entries(value).map(([name, one]) => [name, one === undefined ? one : mended(one)] as const);
  return all.some(([name, one]) => one !== value[name]) ? Object.fromEntries(all) : value;
}
