import { download } from "../replica/api/download.ts";
import type { Entities } from "../replica/index.ts";
import { sessionOf } from "../state/connection.ts";
import { ledger, NOBODY, user } from "../state/device.ts";
import { findReceipt, type KeptReceipt, keepSeen, receiptsWhere } from "./kept.ts";

type Told = NonNullable<Entities["transaction"]["receipts"]>[number];

/** A receipt as it is shown with its entry. */
export interface ShownReceipt {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly addedAt: string;
  /** It is on this device. */
  readonly kept: KeptReceipt | null;
  readonly isOnServer: boolean;
}

/** What the server told of, and then what waits here. */
export function merged(told: readonly Told[], kept: readonly KeptReceipt[]): ShownReceipt[] {
  const here = new Map(kept.map((receipt) => [receipt.id, receipt]));
  const known = new Set(told.map(({ id }) => id));
  return [
    ...told.map(({ id, name, type, addedAt }) => ({
      id,
      name,
      type,
      addedAt,
      kept: here.get(id) ?? null,
      isOnServer: true,
    })),
    ...kept.filter(({ id, isSent }) => !isSent && !known.has(id)).map(waiting),
  ];
}

export async function receiptsOf({ id, receipts }: Entities["transaction"]): Promise<ShownReceipt[]> {
  const kept = await receiptsWhere((one) => one.entryId === id && one.userId === user.value?.id);
  return merged(receipts ?? [], kept);
}

/** Those of the entry that is being typed. */
export async function typedReceipts(ids: readonly string[]): Promise<ShownReceipt[]> {
  const found = await Promise.all(ids.map(findReceipt));
  const isOwn = (one: KeptReceipt | undefined): one is KeptReceipt => one?.userId === user.value?.id;
  return found.filter(isOwn).map(waiting);
}

function waiting(kept: KeptReceipt): ShownReceipt {
  const { id, name, file, addedAt } = kept;
  return { id, name, type: file.type, addedAt, kept, isOnServer: false };
}

/** What is in it: from this device, or from the server and then on this device. Null where it cannot be had now. */
export async function contentOf(shown: ShownReceipt, entryId: string): Promise<Blob | null> {
  const known = user.value;
  const ledgerId = ledger.value?.id;
  if (shown.kept) return shown.kept.file;
  if (!known || known.id === NOBODY || ledgerId === undefined) return null;
  const path = `ledgers/${ledgerId}/transactions/${entryId}/receipts/${shown.id}`;
  const answer = await sessionOf(known.id).asUser({ method: "GET", path }, download);
  if (!answer.ok) return null;
  const { id, name, addedAt } = shown;
  const file = answer.value;
  // What cannot be kept can still be seen.
  await keepSeen({ id, file, name, addedAt, userId: known.id, ledgerId, entryId, isSent: true }).catch(() => {});
  return file;
}
