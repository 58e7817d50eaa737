import { signal } from "@preact/signals";
import { remembered } from "../state/remembered.ts";
import type { KeptReceipt } from "./kept.ts";

interface Counted {
  readonly waiting: number;
  readonly refused: number;
}

/** Of each ledger, the receipts that are on this device alone; remembered, so that nobody opens their store to learn that there are none. */
export const receiptsHere = remembered<Readonly<Record<string, Counted>>>("receipts", {});

/** Rises when a receipt on this device was added, changed or removed. */
export const receiptsChanged = signal(0);

/** The server does not have it, and its entry is not being typed any more. */
export function isOnlyHere({ entryId, isSent }: KeptReceipt): boolean {
  return entryId !== null && !isSent;
}

export function counted(receipts: readonly KeptReceipt[]): Record<string, Counted> {
  const counts: Record<string, Counted> = {};
  for (const receipt of receipts) {
    const { ledgerId, refused } = receipt;
    if (ledgerId === null || !isOnlyHere(receipt)) continue;
    const { waiting, refused: not } = counts[ledgerId] ?? { waiting: 0, refused: 0 };
    counts[ledgerId] =
      typeof refused === "string" ? { waiting, refused: not + 1 } : { waiting: waiting + 1, refused: not };
  }
  return counts;
}
