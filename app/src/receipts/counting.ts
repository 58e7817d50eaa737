import type { Counted } from "./counted.ts";
import type { KeptReceipt } from "./kept.ts";

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
