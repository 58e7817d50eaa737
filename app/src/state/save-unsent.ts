import { isOnlyHere } from "../receipts/counting.ts";
import { type KeptReceipt, receiptsWhere } from "../receipts/kept.ts";
import { saved } from "../receipts/saved.ts";
import type { IssueRow, OutboxRow, Replica } from "../replica/index.ts";
import { NOBODY, user } from "./device.ts";
import { saveFile } from "./save-file.ts";
import { type UnsentPart, written } from "./unsent-file.ts";

export interface Unsent {
  readonly ledgerId: string;
  /** What somebody has to decide about was given before what waits. */
  readonly rows: readonly (OutboxRow | IssueRow)[];
  readonly receipts: readonly KeptReceipt[];
}

/** Of each ledger, everything that the server does not have yet. */
export async function unsentOf(replicas: readonly Replica[]): Promise<Unsent[]> {
  const here = receiptsWhere((one) => isOnlyHere(one) && one.userId === user.value?.id);
  const all = await Promise.all(
    replicas.map(async (replica) => ({
      ledgerId: replica.ledgerId,
      rows: [...(await replica.issues()), ...(await replica.pending())],
      receipts: (await here).filter((receipt) => receipt.ledgerId === replica.ledgerId),
    })),
  );
  return all.filter(({ rows, receipts }) => rows.length + receipts.length > 0);
}

/** A file of it, so that nothing is lost even where it cannot be sent now; it can be loaded again. */
export async function saveAllUnsent(replicas: readonly Replica[]): Promise<void> {
  const savedAt = new Date().toISOString();
  const parts = (await unsentOf(replicas)).map(async ({ ledgerId, rows, receipts }): Promise<UnsentPart> => {
    const known = user.value?.ledgers.find(({ id }) => id === ledgerId);
    return {
      ledgerId,
      name: known?.name ?? "",
      ...(known?.begunAs === undefined ? {} : { begunIn: known.currency }),
      given: rows,
      receipts: await Promise.all(receipts.map(saved)),
    };
  });
  saveFile(
    `mybudget-unsent-${savedAt.slice(0, 10)}.json`,
    written({ savedAt, userId: user.value?.id ?? NOBODY, parts: await Promise.all(parts) }),
  );
}
