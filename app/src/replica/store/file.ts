import { type FileHandle, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { type Change, MemoryStore } from "./memory.ts";
import type { Durability, Table, Tables } from "./store.ts";

/** A line of the file is what one write changed, in JSON; where the line is not whole, the write was not done. */
type Line = [table: Table, row: Tables[Table]] | [table: Table, row: null, key: string];

const SMALLEST_REWRITE = 4 * 1024 * 1024;

/**
 * Keeps everything in one file, which only grows: each write adds a line. A line that a crash cut off is not read, so a write is there
 * or is not. Once most of the file is of the past it is written anew beside it, and takes its place by a rename. One process at a time.
 */
export class FileStore extends MemoryStore {
  // A file that only grows would take a whole month in with every entry.
  protected override readonly keepsLines = false;

  private constructor(
    private readonly path: string,
    private file: FileHandle,
    private size: number,
    private fresh: number,
  ) {
    super();
  }

  static async open(path: string): Promise<FileStore> {
    const known = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return Buffer.alloc(0);
      throw error;
    });
    const whole = known.lastIndexOf(0x0a) + 1;
    // A file of something else must not be cut off as if it were half a line of this one.
    if (known.length > 0 && known[0] !== 0x5b) throw new Error(`${path} is not a store.`);
    const lines = known.subarray(0, whole).toString("utf8").split("\n");
    const writes = lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Line[]);
    const file = await open(path, "a+", 0o600);
    await file.truncate(whole);
    const store = new FileStore(path, file, whole, whole);
    for (const write of writes) store.replay(write);
    return store;
  }

  override async close(): Promise<void> {
    await this.file.close();
  }

  protected override async keep(changes: readonly Change[], durability: Durability): Promise<void> {
    const line = `${JSON.stringify(changes.map(lineOf))}\n`;
    try {
      await this.file.appendFile(line);
      if (durability === "strict") await this.file.datasync();
    } catch (error) {
      // What was half written must not become the beginning of the next line.
      await this.file.truncate(this.size).catch(() => {});
      throw error;
    }
    this.size += Buffer.byteLength(line);
    // The write is done by now, whether or not there is room for another file.
    if (this.size > SMALLEST_REWRITE && this.size > 2 * this.fresh) await this.rewrite().catch(() => {});
  }

  private replay(line: Line[]): void {
    for (const [table, row, key] of line) this.set(table, row === null ? (key as string) : row.key, row);
  }

  private async rewrite(): Promise<void> {
    const beside = `${this.path}.new`;
    await rm(beside, { force: true });
    const file = await open(beside, "a", 0o600);
    let [size, lines] = [0, [] as Line[]];
    const flush = async () => {
      const text = `${JSON.stringify(lines)}\n`;
      await file.appendFile(text);
      [size, lines] = [size + Buffer.byteLength(text), []];
    };
    for (const change of this.everything()) {
      lines.push(lineOf(change));
      if (lines.length === 1000) await flush();
    }
    await flush();
    await file.sync();
    await rename(beside, this.path);
    const past = this.file;
    this.file = file;
    this.size = this.fresh = size;
    await syncFolder(dirname(this.path));
    await past.close();
  }
}

function lineOf({ table, key, row }: Change): Line {
  return row === null ? [table, null, key] : [table, row];
}

/** A rename is on the disk once its folder is; not every system lets a folder be synced. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, "r");
    await folder.sync();
    await folder.close();
  } catch {}
}
