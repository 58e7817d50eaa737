import type { IssueRow, OutboxRow, Replica } from "../replica/index.ts";
import { saveFile } from "./save-file.ts";

export interface Unsent {
  readonly ledgerId: string;
  /** Waiting, and what somebody has to decide about. */
  readonly rows: readonly (OutboxRow | IssueRow)[];
}

/** Of each ledger, everything that the server does not have yet. */
export async function unsentOf(replicas: readonly Replica[]): Promise<Unsent[]> {
  const all = await Promise.all(
    replicas.map(async (replica) => ({
      ledgerId: replica.ledgerId,
      rows: [...(await replica.pending()), ...(await replica.issues())],
    })),
  );
  return all.filter(({ rows }) => rows.length > 0);
}

/** A file of it, so that nothing is lost even where it can never be sent. */
export async function saveAllUnsent(replicas: readonly Replica[]): Promise<void> {
  const savedAt = new Date().toISOString();
  const ledgers = (await unsentOf(replicas)).map(({ ledgerId, rows }) => ({
    ledgerId,
    operations: rows.map(({ operation, at, on }) => ({ ...operation, at, on })),
  }));
  saveFile(`mybudget-unsent-${savedAt.slice(0, 10)}.json`, { savedAt, ledgers });
}
