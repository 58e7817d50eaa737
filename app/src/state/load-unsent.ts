import { takeIn } from "../replica/sync/take-in.ts";
import { NOBODY, user } from "./device.ts";
import { beginLedger, openLedger } from "./ledgers.ts";
import { syncSoon } from "./sync.ts";
import { readUnsent, type UnsentFault, type UnsentPart } from "./unsent-file.ts";

export interface Loaded {
  readonly taken: number;
  /** What was here already. */
  readonly known: number;
  /** Names of ledgers that are not the user's, or not on this device. */
  readonly others: readonly string[];
}

export type LoadFault = UnsentFault | "somebodyElse";

/** Takes in what a file has that was saved before it could be sent, and has it sent. */
export async function loadUnsent(file: Blob): Promise<Loaded | LoadFault> {
  const read = readUnsent(await file.text());
  if (typeof read === "string") return read;
  // Without an account it was nobody's in particular, and goes where its ledger went.
  if (read.userId !== user.value?.id && read.userId !== NOBODY) return "somebodyElse";
  let [taken, known] = [0, 0];
  const others: string[] = [];
  for (const part of read.parts) {
    const found = await ledgerOf(part);
    if (!found) {
      others.push(part.name);
      continue;
    }
    const came = await takeIn(found.replica.store, part.given);
    taken += came;
    known += part.given.length - came;
    syncSoon(found.replica);
  }
  return { taken, known, others };
}

async function ledgerOf({ ledgerId, name, begunIn }: UnsentPart) {
  const owner = user.value;
  const ledger = owner?.ledgers.find(({ id }) => id === ledgerId);
  if (ledger && owner) return openLedger(ledger, owner.id);
  return begunIn === undefined ? null : beginLedger({ id: ledgerId, name, currency: begunIn });
}
