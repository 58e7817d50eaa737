import type { Answer, Replica } from "../replica/index.ts";
import { sessionOf } from "../state/connection.ts";
import { wordsOf } from "../state/refusals.ts";
import { isOnlyHere, isSentLately, tellReceipts } from "./counting.ts";
import { changeReceipt, type KeptReceipt, receiptsWhere } from "./kept.ts";

/** A photograph over a slow line takes its time. */
const TIMEOUT_MS = 120_000;

/**
 * Sends the receipts of a ledger whose entries the server has. A repeat does nothing twice, as each has an id of its own.
 * @returns Whether the server has got any.
 */
export async function sendReceipts(replica: Replica, owner: string): Promise<boolean> {
  // One tab is enough.
  return navigator.locks.request("mybudget-receipts", { ifAvailable: true }, async (lock) => {
    if (!lock) return false;
    const { download } = await replica.progress();
    const own = await receiptsWhere(
      (one) =>
        one.userId === owner &&
        one.ledgerId === replica.ledgerId &&
        !one.refused &&
        (isOnlyHere(one) || (isSentLately(one) && one.sentIn !== download)),
    );
    const waits = await unsentEntries(replica);
    let [hasSent, hasChanged] = [false, false];
    for (const receipt of own) {
      const entryId = receipt.entryId as string;
      if (waits.has(entryId)) continue;
      const isThere = (await replica.find("transaction", entryId)) !== null;
      // It may come back: then this is asked again.
      const refused = isThere ? await send(receipt, owner) : "";
      if (refused === undefined) break;
      hasSent ||= refused === null;
      hasChanged ||= refused === null || refused !== receipt.refused;
      // What the server had once, and now does not take, may have been removed by somebody since.
      const isTaken = refused === null || receipt.isSent;
      await changeReceipt(receipt.id, isTaken ? { isSent: true, refused: null, sentIn: download } : { refused });
    }
    if (hasChanged) await tellReceipts();
    return hasSent;
  });
}

/** Entries that the server does not have yet. */
async function unsentEntries(replica: Replica): Promise<ReadonlySet<string>> {
  const rows = [...(await replica.pending()), ...(await replica.issues())];
  return new Set(
    rows.filter(({ operation }) => operation.type === "transaction.record").map(({ operation }) => operation.entityId),
  );
}

/** @returns Null once the server has it, why it does not take it, or undefined where it has to be tried later. */
async function send(
  { id, ledgerId, entryId, name, file }: KeptReceipt,
  owner: string,
): Promise<string | null | undefined> {
  const answer: Answer<unknown> = await sessionOf(owner).request({
    method: "PUT",
    path: `ledgers/${ledgerId}/transactions/${entryId}/receipts/${id}?name=${encodeURIComponent(name)}`,
    body: file,
    timeoutMs: TIMEOUT_MS,
  });
  if (answer.ok) return null;
  if (answer.reason !== "refused" || answer.problem.status === 426) return undefined;
  return answer.problem.status === 404 ? "" : wordsOf(answer.problem);
}
