import { placeOf, receiptsHere } from "../receipts/counted.ts";
import { forgetReceiptsWhere } from "../receipts/kept.ts";
import { IndexedDbStore } from "../replica/store/indexeddb.ts";
import type { KnownUser } from "./device.ts";
import { closeLedger, openLedger } from "./ledgers.ts";
import { forgetPack } from "./pack.ts";

/**
 * Of somebody who is signed out on this device: how many changes wait for them, over all of their ledgers. Where the sign-in was ended by
 * the server, copies in which nothing waits are deleted: the next sign-in fetches them.
 */
export async function keepUnsent({ id, ledgers, hasEnded }: KnownUser): Promise<number> {
  let kept = 0;
  // Those that wait stay, as the changes do.
  if (hasEnded) await forgetReceiptsWhere(({ userId, isSent }) => isSent && userId === id);
  for (const ledger of ledgers) {
    forgetPack(ledger.id);
    const { replica } = await openLedger(ledger, id);
    const waiting = (await replica.pending()).length + (await replica.issues()).length;
    const { waiting: receipts, refused } = receiptsHere.value[placeOf(id, ledger.id)] ?? { waiting: 0, refused: 0 };
    kept += waiting + receipts + refused;
    // What was begun here the server may not know, even where nothing is in it.
    if (waiting > 0 || !hasEnded || ledger.begunAs !== undefined) continue;
    await closeLedger(ledger.store);
    await IndexedDbStore.delete(ledger.store);
  }
  return kept;
}
