import { typedReceiptIds } from "../drafts/draft-state.ts";
import { newId, realSurroundings } from "../replica/index.ts";
import { ledger, user } from "../state/device.ts";
import { current } from "../state/ledgers.ts";
import { syncSoon } from "../state/sync.ts";
import { tellReceipts } from "./counting.ts";
import { changeReceipt, findReceipt, forgetReceipts, type KeptReceipt, keepReceipt, receiptsWhere } from "./kept.ts";
import { nameOf } from "./named.ts";
import { prepared, type ReceiptFault } from "./prepared.ts";

/** Keeps a file as a receipt of the entry, or of the one that is being typed. */
export async function addReceipt(
  file: Blob,
  fileName: string,
  entryId: string | null,
): Promise<KeptReceipt | ReceiptFault | "notKept"> {
  const found = await prepared(file, fileName);
  if (typeof found === "string") return found;
  const receipt: KeptReceipt = {
    id: newId(realSurroundings),
    file: found.file,
    name: nameOf(found.name, found.file.type),
    addedAt: new Date().toISOString(),
    userId: user.value?.id ?? null,
    ledgerId: ledger.value?.id ?? null,
    entryId,
    isSent: false,
  };
  try {
    await keepReceipt(receipt);
  } catch {
    return "notKept";
  }
  if (entryId === null) await tidy();
  await tellReceipts();
  return receipt;
}

/** What was shared while nobody was signed in is for who is in front, and not for whoever signs in next. */
export async function claimShared(ids: readonly string[], userId: string): Promise<void> {
  for (const id of ids) if ((await findReceipt(id))?.userId === null) await changeReceipt(id, { userId });
}

/** What was shared with the app belongs from now on to who opens it, and to the entry they type. */
export async function takeShared(id: string): Promise<KeptReceipt | ReceiptFault | "notKept" | null> {
  const found = await findReceipt(id);
  if (!found || found.entryId !== null || (found.userId !== null && found.userId !== user.value?.id)) return null;
  const added = await addReceipt(found.file, found.name, null);
  if (typeof added !== "string") await forgetReceipts([id]);
  return added;
}

/**
 * Lets go of those of entries that were thrown away while they were typed, and of what was shared and never used: that is in no ledger
 * until somebody types the entry.
 */
async function tidy(): Promise<void> {
  const typed = typedReceiptIds();
  const before = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  // Thrown away a moment ago can still be undone.
  const [typedLast, sharedLast] = [before(1), before(30 * 24)];
  const left = await receiptsWhere(
    ({ id, ledgerId, entryId, addedAt }) =>
      entryId === null && !typed.has(id) && addedAt < (ledgerId === null ? sharedLast : typedLast),
  );
  await forgetReceipts(left.map(({ id }) => id));
}

/** The entry is saved, so they can be sent with it. */
export async function giveTo(entryId: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) await changeReceipt(id, { entryId, ledgerId: ledger.value?.id ?? null });
  await tellReceipts();
  if (current.value) syncSoon(current.value.replica);
}

export async function dropReceipt(id: string): Promise<void> {
  await forgetReceipts([id]);
  await tellReceipts();
}

export async function putBack(receipt: KeptReceipt): Promise<void> {
  await keepReceipt(receipt);
  await tellReceipts();
}
