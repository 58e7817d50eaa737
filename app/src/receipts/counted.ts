import { signal } from "@preact/signals";
import { remembered } from "../state/remembered.ts";

export interface Counted {
  readonly waiting: number;
  readonly refused: number;
  /** When the last were sent that a restored server may have lost. */
  readonly sentIn?: number;
}

/** Of each user's ledgers, the receipts that are on this device alone; remembered, so that nobody opens their store to learn that there are none. */
export const receiptsHere = remembered<Readonly<Record<string, Counted>>>("receipts", {});

/** Rises when a receipt on this device was added, changed or removed. */
export const receiptsChanged = signal(0);

export function placeOf(userId: string, ledgerId: string): string {
  return `${userId}/${ledgerId}`;
}
