import { useEffect } from "preact/hooks";
import { patiently } from "../../state/patiently.ts";
import { say } from "../../state/snack.ts";
import { loadRest, texts } from "../../state/texts.ts";

/** Receipts that were shared with the app go to the entry that is being typed. */
export function useSharedReceipts(ids: string | undefined, onAdded: (ids: readonly string[]) => void): void {
  useEffect(() => {
    if (ids) void take(ids.split(",")).then(onAdded);
  }, [ids]);
}

async function take(ids: readonly string[]): Promise<readonly string[]> {
  const [{ takeShared }] = await patiently(() => Promise.all([import("../../receipts/desk.ts"), loadRest()]));
  const added: string[] = [];
  for (const id of ids) {
    const receipt = await takeShared(id);
    if (typeof receipt === "string") say({ text: texts().receipts.faults[receipt] });
    else if (receipt) added.push(receipt.id);
  }
  // Where it is may be below what is seen.
  if (added.length > 0) say({ text: texts().receipts.attached(added.length) });
  return added;
}

/** The entry is saved, so its receipts can be sent. */
export async function giveReceipts(entryId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { giveTo } = await patiently(() => import("../../receipts/desk.ts"));
  await giveTo(entryId, ids);
}
