import { type DBSchema, type IDBPDatabase, openDB } from "idb";

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

interface Schema extends DBSchema {
  files: { key: string; value: WaitingFile };
}

const NAME = "mybudget-imports";

/** The same in pages and in the service worker, which takes what is shared. */
function opened(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(NAME, 1, {
    upgrade: (db) => {
      db.createObjectStore("files", { keyPath: "id" });
    },
  });
}

async function using<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const db = await opened();
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

export function keepFile(file: WaitingFile): Promise<unknown> {
  return using((db) => db.put("files", file));
}

export function forgetFile(id: string): Promise<void> {
  return using((db) => db.delete("files", id));
}

export function findFile(id: string): Promise<WaitingFile | undefined> {
  return using((db) => db.get("files", id));
}

/** A user's own, and what was shared with nobody in particular. */
export async function filesOf(userId: string): Promise<WaitingFile[]> {
  const all = await using((db) => db.getAll("files"));
  return all
    .filter((file) => file.userId === null || file.userId === userId)
    .sort((left, right) => (left.addedAt < right.addedAt ? 1 : -1));
}

/** Gives the files of one user to another who takes their ledgers along: those of these ledgers, and of none in particular. */
export async function handFilesOver(from: string, to: string, ledgerIds: readonly string[]): Promise<void> {
  const all = await using((db) => db.getAll("files"));
  for (const file of all) {
    const isTaken = file.ledgerId === null || ledgerIds.includes(file.ledgerId);
    if (file.userId === from && isTaken) await keepFile({ ...file, userId: to });
  }
}

export async function forgetFilesIn(ledgerId: string): Promise<void> {
  const all = await using((db) => db.getAll("files"));
  for (const file of all) if (file.ledgerId === ledgerId) await forgetFile(file.id);
}

export async function forgetFilesOf(userId: string): Promise<void> {
  for (const { id } of await filesOf(userId)) await forgetFile(id);
}
