import { type Counted, placeOf, receiptsChanged, receiptsHere } from "./counted.ts";
import { type KeptReceipt, receiptsWhere } from "./kept.ts";

/** The server does not have it, and its entry is not being typed any more. */
export function isOnlyHere({ entryId, isSent }: KeptReceipt): boolean {
  return entryId !== null && !isSent;
}

/** As long as the operations that were sent. */
const LATELY_MS = 7 * 86_400_000;

/** It was sent from here not long ago. */
export function isSentLately({ sentIn, addedAt }: KeptReceipt): boolean {
  return sentIn !== undefined && Date.parse(addedAt) > Date.now() - LATELY_MS;
}

export function counted(receipts: readonly KeptReceipt[]): Record<string, Counted> {
  const counts: Record<string, Counted> = {};
  for (const receipt of receipts) {
    const { userId, ledgerId, refused, sentIn } = receipt;
    if (userId === null || ledgerId === null) continue;
    const place = placeOf(userId, ledgerId);
    const before = counts[place] ?? { waiting: 0, refused: 0 };
    if (isOnlyHere(receipt)) {
      const kind = typeof refused === "string" ? "refused" : "waiting";
      counts[place] = { ...before, [kind]: before[kind] + 1 };
    } else if (sentIn !== undefined && isSentLately(receipt)) {
      // The earliest, so that all are sent again that may have to be.
      counts[place] = { ...before, sentIn: Math.min(before.sentIn ?? sentIn, sentIn) };
    }
  }
  return counts;
}

/** Counts anew what is on this device alone, and has shown what is shown of it. */
export async function tellReceipts(): Promise<void> {
  receiptsHere.value = counted(await receiptsWhere(() => true));
  receiptsChanged.value++;
}
