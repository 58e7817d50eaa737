import { deviceStore } from "../device-store/store.ts";

/** A receipt of an entry that is on this device: because it waits to be sent, or because it was looked at here. */
export interface KeptReceipt {
  readonly id: string;
  /** A picture or a PDF. */
  readonly file: Blob;
  readonly name: string;
  readonly addedAt: string;
  /** Whose it is; null of one that was shared with the app, until somebody opens it. */
  readonly userId: string | null;
  readonly ledgerId: string | null;
  /** Null while the entry is still being typed. */
  readonly entryId: string | null;
  /** The server has it; it is only kept so that it can be seen offline. */
  readonly isSent: boolean;
  /** Of one that this device has sent: in which of the downloads of the ledger. A server that was restored is read anew, and may have lost it. */
  readonly sentIn?: number;
  /** Why the server does not take it, in its words; "" where its entry is not there any more. */
  readonly refused?: string | null;
}

const receipts = deviceStore<KeptReceipt>("mybudget-receipts", "receipts");

/** What was only looked at is dropped, the oldest first, where it is more than this. */
const MOST_SEEN_BYTES = 50 * 1024 * 1024;

export const { put: keepReceipt, find: findReceipt, change: changeReceipt, forget: forgetReceipts } = receipts;

/** In the order in which they were added. */
export async function receiptsWhere(isMeant: (receipt: KeptReceipt) => boolean): Promise<KeptReceipt[]> {
  const all = await receipts.all();
  return all.filter(isMeant).sort((left, right) => (left.addedAt < right.addedAt ? -1 : 1));
}

/** Keeps one that the server has, and lets go of what was seen longest ago where that is too much. */
export async function keepSeen(receipt: KeptReceipt): Promise<void> {
  await keepReceipt(receipt);
  let room = MOST_SEEN_BYTES;
  const seen = (await receiptsWhere(({ isSent }) => isSent)).reverse();
  const beyond = seen.filter(({ id, file }) => {
    room -= file.size;
    return room < 0 && id !== receipt.id;
  });
  await forgetReceipts(beyond.map(({ id }) => id));
}

/** Gives those of one user to another who takes these ledgers along. */
export async function handReceiptsOver(from: string, to: string, ledgerIds: readonly string[]): Promise<void> {
  const own = await receiptsWhere(
    ({ userId, ledgerId }) => userId === from && (ledgerId === null || ledgerIds.includes(ledgerId)),
  );
  for (const { id } of own) await changeReceipt(id, { userId: to });
}

/** With everything else of a ledger, or of a user. */
export async function forgetReceiptsWhere(isMeant: (receipt: KeptReceipt) => boolean): Promise<void> {
  await forgetReceipts((await receiptsWhere(isMeant)).map(({ id }) => id));
}
