import { isObject, type Json } from "../replica/index.ts";
import { isId, isInstant, isText } from "../state/fitting.ts";
import type { KeptReceipt } from "./kept.ts";
import { nameOf } from "./named.ts";

/** A receipt that was not sent, as it is in a file of what was not. */
export interface SavedReceipt {
  readonly id: string;
  readonly entryId: string;
  readonly name: string;
  readonly addedAt: string;
  readonly type: string;
  /** In Base64. */
  readonly content: string;
}

const TYPES: readonly unknown[] = ["image/jpeg", "image/png", "image/webp", "application/pdf"];

/** More at once would be more arguments than a function takes. */
const STEP = 8192;

export async function saved({ id, entryId, name, addedAt, file }: KeptReceipt): Promise<SavedReceipt> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += STEP) binary += String.fromCharCode(...bytes.subarray(at, at + STEP));
  return { id, entryId: entryId ?? "", name, addedAt, type: file.type, content: btoa(binary) };
}

/** Null where it is none. */
export function readReceipt(said: Json): SavedReceipt | null {
  if (!isObject(said)) return null;
  const { id, entryId, name, addedAt, type, content } = said;
  if (!isId(id) || !isId(entryId) || !isText(name) || !isInstant(addedAt)) return null;
  if (!TYPES.includes(type) || !isText(content) || !isBase64(content)) return null;
  return { id, entryId, name, addedAt, type: type as string, content };
}

/** As it was kept before, for who loads the file. */
export function kept({ content, type, ...receipt }: SavedReceipt, userId: string, ledgerId: string): KeptReceipt {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  return {
    ...receipt,
    name: nameOf(receipt.name, type),
    file: new Blob([bytes], { type }),
    userId,
    ledgerId,
    isSent: false,
  };
}

function isBase64(text: string): boolean {
  try {
    return atob(text) !== "";
  } catch {
    return false;
  }
}
