import { deviceStore } from "../device-store/store.ts";

/** A bank's file that is on this device until it is imported or thrown away, with what was said about it so far. */
export interface WaitingFile {
  readonly id: string;
  readonly file: Blob;
  readonly name: string;
  readonly addedAt: string;
  /** Whose it is; null of one that was shared with the app, until somebody opens it. */
  readonly userId: string | null;
  readonly ledgerId: string | null;
  readonly answers: Answers;
  /** Why the server cannot take it, in its words. */
  readonly refused?: string | null;
}

/** What was answered about a file. */
export interface Answers {
  readonly accountId?: string;
  readonly mapping?: Readonly<Record<string, string | boolean | number | readonly string[]>>;
  readonly accounts?: readonly AccountAnswer[];
  /** By the row's number in the preview. */
  readonly rows?: Readonly<Record<string, RowAnswer>>;
  readonly acceptsContradiction?: boolean;
}

export type RowAnswer = "import" | "skip" | "match";

export interface AccountAnswer {
  readonly bankAccount: string | null;
  readonly bank?: string | null;
  readonly kind?: string | null;
  /** Null leaves its entries out. */
  readonly accountId: string | null;
}

const files = deviceStore<WaitingFile>("mybudget-imports", "files");

export function keepFile(file: WaitingFile): Promise<unknown> {
  return files.put(file);
}

export function forgetFile(id: string): Promise<void> {
  return files.forget([id]);
}

export function findFile(id: string): Promise<WaitingFile | undefined> {
  return files.find(id);
}

/** A user's own, and what was shared with nobody in particular. */
export async function filesOf(userId: string): Promise<WaitingFile[]> {
  const all = await files.all();
  return all
    .filter((file) => file.userId === null || file.userId === userId)
    .sort((left, right) => (left.addedAt < right.addedAt ? 1 : -1));
}

/** Gives the files of one user to another who takes their ledgers along: those of these ledgers, and of none in particular. */
export async function handFilesOver(from: string, to: string, ledgerIds: readonly string[]): Promise<void> {
  const all = await files.all();
  for (const file of all) {
    const isTaken = file.ledgerId === null || ledgerIds.includes(file.ledgerId);
    if (file.userId === from && isTaken) await keepFile({ ...file, userId: to });
  }
}

export async function forgetFilesIn(ledgerId: string, userId: string): Promise<void> {
  const all = await files.all();
  for (const file of all) if (file.ledgerId === ledgerId && file.userId === userId) await forgetFile(file.id);
}

/** The user's own; what was shared with nobody in particular, too, where nobody else is left to open it. */
export async function forgetFilesOf(userId: string, isLast: boolean): Promise<void> {
  const own = await filesOf(userId);
  await files.forget(own.filter((file) => isLast || file.userId === userId).map(({ id }) => id));
}
