import type { Command, JsonObject } from "../../replica/index.ts";

/** What an entry said at some time, as its history has it. */
export interface Version {
  readonly accountId: string;
  readonly date: string;
  readonly amount: number;
  readonly payee?: string | null;
  readonly categoryId?: string | null;
  readonly splits?: readonly JsonObject[] | null;
  readonly transfer?: JsonObject | null;
  readonly note?: string | null;
  readonly tags?: readonly string[] | null;
  readonly status?: string | null;
}

export const FIELDS = [
  "amount",
  "accountId",
  "date",
  "payee",
  "categoryId",
  "splits",
  "transfer",
  "note",
  "tags",
  "status",
] as const;

export type VersionField = (typeof FIELDS)[number];

/** Which fields differ; what is empty and what is absent are the same. */
export function differing(was: Version | null | undefined, now: Version | null | undefined): VersionField[] {
  return FIELDS.filter((name) => canonical(was?.[name]) !== canonical(now?.[name]));
}

/** A merge patch that makes an entry what it was; a lock is nothing to bring back, since a statement made it. */
export function restoring(id: string, now: Version, version: Version): Command[] {
  const names = differing(now, version).filter((name) => name !== "status" || isPlain(version.status));
  if (names.length === 0) return [];
  const data: Record<string, JsonObject[string]> = {};
  for (const name of names) {
    const value = version[name];
    if (name === "splits" || name === "tags") data[name] = [...((value ?? []) as JsonObject[])];
    else if (name === "transfer") data[name] = transferPatch(now.transfer, version.transfer);
    else data[name] = (value ?? null) as JsonObject[string];
  }
  const isLocked = now.status === "reconciled";
  const unlocked: Command = { type: "transaction.revise", entityId: id, data: { status: "cleared" } };
  return [...(isLocked ? [unlocked] : []), { type: "transaction.revise", entityId: id, data }];
}

/** What the other side does not say in that version is taken away. */
function transferPatch(now: JsonObject | null | undefined, version: JsonObject | null | undefined): JsonObject | null {
  if (!version) return null;
  const gone = Object.keys(now ?? {}).filter((name) => version[name] === undefined);
  return { ...version, ...Object.fromEntries(gone.map((name) => [name, null])) };
}

function isPlain(status: string | null | undefined): boolean {
  return status === "pending" || status === "cleared";
}

function canonical(value: unknown): string {
  return JSON.stringify(stripped(value) ?? null);
}

function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(stripped);
  if (typeof value !== "object" || value === null) return value;
  const said = Object.entries(value).filter(([, one]) => one !== null && one !== undefined);
  return Object.fromEntries(
    said.sort(([left], [right]) => (left < right ? -1 : 1)).map(([name, one]) => [name, stripped(one)]),
  );
}
