import { isCurrency } from "../amounts/currencies.ts";
import { isDay } from "../dates/is-day.ts";
import { readReceipt, type SavedReceipt } from "../receipts/saved.ts";
import { isObject, type Json, type JsonObject, type Operation, type OutboxRow } from "../replica/index.ts";
import { sha256Head } from "../replica/sync/sha256.ts";
import { fits, fitsSnapshot, isId, isInstant, isText, isType } from "./fitting.ts";

/** What was given and never acknowledged, as it waited. */
export type Given = Pick<OutboxRow, "operation" | "at" | "on" | "snapshot">;

/** Of one ledger. */
export interface UnsentPart {
  readonly ledgerId: string;
  readonly name: string;
  /** It was begun on the device, and the server did not know it: everything of it is in the file. */
  readonly begunIn?: string;
  readonly given: readonly Given[];
  /** Of its entries. */
  readonly receipts?: readonly SavedReceipt[];
}

export interface UnsentFile {
  readonly savedAt: string;
  readonly userId: string;
  readonly parts: readonly UnsentPart[];
}

/** Why a file is not taken. other: it is something else; newer: a later release has saved it. */
export type UnsentFault = "other" | "damaged" | "newer";

const FORMAT = "mybudget-unsent";
/** A release that knows of no receipts would leave them out in silence. */
const [WITHOUT_RECEIPTS, VERSION] = [1, 2];

/** What is in the file; `check` tells whether it is still as it was saved. */
export function written({ savedAt, userId, parts }: UnsentFile): JsonObject {
  const ledgers = parts.map(({ ledgerId, name, begunIn, given, receipts = [] }) => ({
    ledgerId,
    name,
    ...(begunIn === undefined ? {} : { begunIn }),
    operations: given.map(({ operation, at, on, snapshot }) => ({
      ...operation,
      at,
      on,
      ...(snapshot === undefined ? {} : { snapshot }),
    })),
    ...(receipts.length === 0 ? {} : { receipts }),
  }));
  const version = ledgers.some(({ receipts }) => receipts) ? VERSION : WITHOUT_RECEIPTS;
  const said = { format: FORMAT, version, savedAt, userId, ledgers };
  return JSON.parse(JSON.stringify({ ...said, check: checkOf(said as unknown as JsonObject) })) as JsonObject;
}

export function readUnsent(text: string): UnsentFile | UnsentFault {
  let file: Json;
  try {
    file = JSON.parse(text) as Json;
  } catch {
    return text.includes(FORMAT) ? "damaged" : "other";
  }
  if (!isObject(file) || file.format !== FORMAT) return "other";
  if (typeof file.version === "number" && file.version > VERSION) return "newer";
  const { check, ...said } = file;
  const { savedAt, userId, ledgers } = said;
  if (check !== checkOf(said) || !isInstant(savedAt) || !isText(userId) || !Array.isArray(ledgers)) return "damaged";
  const parts = ledgers.map(partOf);
  return parts.every((part) => part !== null) ? { savedAt, userId, parts } : "damaged";
}

function checkOf(said: JsonObject): string {
  return sha256Head(JSON.stringify(said))
    .map((word) => (word >>> 0).toString(16).padStart(8, "0"))
    .join("");
}

function partOf(part: Json): UnsentPart | null {
  if (!isObject(part) || !Array.isArray(part.operations)) return null;
  const { ledgerId, name, begunIn } = part;
  if (!isId(ledgerId) || !isText(name)) return null;
  if (begunIn !== undefined && (!isText(begunIn) || !isCurrency(begunIn))) return null;
  const given = part.operations.map((one) => givenOf(one, ledgerId));
  if (!given.every((one) => one !== null)) return null;
  const receipts = Array.isArray(part.receipts) ? part.receipts.map(readReceipt) : [];
  if (!receipts.every((receipt) => receipt !== null)) return null;
  return {
    ledgerId,
    name,
    ...(begunIn === undefined ? {} : { begunIn }),
    given,
    ...(receipts.length === 0 ? {} : { receipts }),
  };
}

/** The check shows that a file is as it was written, and not that the app has written it. */
function givenOf(said: Json, ledgerId: string): Given | null {
  if (!isObject(said)) return null;
  const { at, on, snapshot, ...operation } = said;
  if (!isInstant(at) || !isText(on) || !isDay(on)) return null;
  const { id, type, entityId, baseVersion, data, ...others } = operation;
  if (!isId(id) || !isId(entityId) || !isType(type) || Object.keys(others).length > 0) return null;
  if (type === "ledger.revise" && entityId !== ledgerId) return null;
  if (baseVersion !== undefined && !(Number.isSafeInteger(baseVersion) && Number(baseVersion) >= 0)) return null;
  if (!fits(type, data) || !fitsSnapshot(type, entityId, snapshot)) return null;
  return { operation: operation as unknown as Operation, at, on, ...(isObject(snapshot) ? { snapshot } : {}) };
}
