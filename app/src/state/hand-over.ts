import { handFilesOver } from "../imports/waiting.ts";
import { tellReceipts } from "../receipts/counting.ts";
import { handReceiptsOver } from "../receipts/kept.ts";
import { NOBODY } from "./device.ts";

/** What was kept beside ledgers without an account goes along with them to who takes them. */
export async function handOver(to: string, ledgerIds: readonly string[]): Promise<void> {
  await handFilesOver(NOBODY, to, ledgerIds);
  await handReceiptsOver(NOBODY, to, ledgerIds);
  await tellReceipts();
}
