import { afterEach, beforeEach } from "vitest";
import { Household } from "./household.ts";
import type { ReferenceLedger } from "./reference-ledger.ts";
import { ReferenceServer } from "./reference-server.ts";

export const today = "2026-06-15";
export const account = { name: "Cash", type: "cash", currency: "EUR", openedOn: "2026-01-01", openingBalance: 1000 };
export let server: ReferenceServer;
export let household: Household;
export let ledgerId: string;
export let ledger: ReferenceLedger;

/** Gives every test a server of its own, with one ledger. */
export function useOneLedger(): void {
  beforeEach(async () => {
    server = new ReferenceServer();
    const url = await server.start();
    household = await Household.register({ url, reference: server, stop: () => server.stop() });
    ledgerId = await household.createLedger();
    ledger = server.ledgers.get(ledgerId) as ReferenceLedger;
  });
  afterEach(() => server.stop());
}

/** Two replicas that agree on an account and one entry in it. */
export async function twoWithAnEntry() {
  const [mine, theirs] = [await household.replica(ledgerId), await household.replica(ledgerId)];
  const opened = (await mine.perform({ type: "account.open", data: account }, today)).operation.entityId;
  const paid = (
    await mine.perform({ type: "transaction.record", data: { accountId: opened, date: today, amount: -1 } }, today)
  ).operation.entityId;
  await mine.sync();
  await theirs.sync();
  return { mine, theirs, paid };
}
