import { mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import type { TokenKeeper, Tokens } from "../replica/index.ts";

/** What the program remembers beside the copies of ledgers. */
export interface Settings {
  readonly server: string;
  readonly email?: string;
  readonly tokens?: Tokens | null;
  readonly ledgerId?: string;
  /** As if there were no network, until told otherwise. */
  readonly offline?: boolean;
}

/** A folder that belongs to one user: settings, and a file for each ledger. Only one program uses it at a time. */
export class Home {
  private readonly held: { close(): Promise<void> }[] = [];

  private constructor(private readonly folder: string) {}

  static async open(folder: string | undefined): Promise<Home> {
    const home = new Home(folder ?? join(homedir(), ".mybudget-sync"));
    await mkdir(home.folder, { recursive: true, mode: 0o700 });
    await home.lock();
    return home;
  }

  /** Is closed with this. */
  hold<T extends { close(): Promise<void> }>(one: T): T {
    this.held.push(one);
    return one;
  }

  async close(): Promise<void> {
    for (const one of this.held) await one.close();
    await rm(this.path("lock"), { force: true });
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  async settings(): Promise<Settings | null> {
    try {
      return JSON.parse(await readFile(this.path("settings.json"), "utf8")) as Settings;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      throw error;
    }
  }

  async change(settings: Partial<Settings>): Promise<void> {
    const known = (await this.settings()) ?? { server: "" };
    await writeFile(this.path("settings.new"), JSON.stringify({ ...known, ...settings }), { mode: 0o600 });
    await rename(this.path("settings.new"), this.path("settings.json"));
  }

  keeper(): TokenKeeper {
    return {
      load: async () => (await this.settings())?.tokens ?? null,
      save: (tokens) => this.change({ tokens }),
    };
  }

  private async lock(): Promise<void> {
    try {
      const lock = await open(this.path("lock"), "wx");
      await lock.writeFile(String(process.pid));
      await lock.close();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const owner = Number(await readFile(this.path("lock"), "utf8").catch(() => ""));
      if (isRunning(owner)) throw new Error(`${this.folder} is in use by another program (process ${owner}).`);
      await rm(this.path("lock"), { force: true });
      await this.lock();
    }
  }
}

/** One that was killed leaves its lock behind. */
function isRunning(pid: number): boolean {
  if (!pid || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
