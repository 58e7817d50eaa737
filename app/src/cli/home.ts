import { createHash } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import type { TokenKeeper, Tokens } from "../replica/index.ts";

/** Somebody who has logged in here, at one server. */
export interface User {
  readonly server: string;
  /** Not known of whom an earlier release has remembered. */
  readonly id?: string;
  readonly email: string;
  readonly tokens: Tokens | null;
  readonly ledgerId: string;
  /** By which the server knows this program again, whoever logs in. */
  readonly installation?: string;
}

/** What the program remembers beside the copies of ledgers. */
export interface Settings {
  /** As if there were no network, until told otherwise. */
  readonly offline: boolean;
  /** The folder of whoever logged in last. */
  readonly current: string;
  /** By folder: what one of them has not sent must never go as another's, nor their tokens to another server. */
  readonly users: Readonly<Record<string, User>>;
}

/** As an earlier release wrote them, which kept the copies of its only user beside them. */
interface EarlierSettings extends Partial<User> {
  readonly offline?: boolean;
}

/** Settings, and a folder for each user with a file for each ledger. Only one program uses it at a time. */
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

  /** Null before anybody has logged in. */
  async settings(): Promise<Settings | null> {
    try {
      return settingsOf(JSON.parse(await readFile(this.path("settings.json"), "utf8")));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      throw error;
    }
  }

  /** From now on everything is this user's. Whoever was here is signed out, and what they have stays. */
  async enter(user: User & { readonly id: string }): Promise<void> {
    const { users = {} } = (await this.settings()) ?? {};
    const current = folderOf(users, user);
    const others = Object.entries(users).map(([folder, other]) => [folder, { ...other, tokens: null }]);
    await mkdir(this.path(current), { recursive: true, mode: 0o700 });
    await this.save({ offline: false, current, users: { ...Object.fromEntries(others), [current]: user } });
  }

  async setOffline(offline: boolean): Promise<void> {
    const known = await this.settings();
    if (known) await this.save({ ...known, offline });
  }

  async change(folder: string, change: Partial<User>): Promise<void> {
    const known = await this.settings();
    const user = known?.users[folder];
    if (user) await this.save({ ...known, users: { ...known.users, [folder]: { ...user, ...change } } });
  }

  keeper(folder: string): TokenKeeper {
    return {
      load: async () => (await this.settings())?.users[folder]?.tokens ?? null,
      save: (tokens) => this.change(folder, { tokens }),
    };
  }

  /** The file of a user's copy of a ledger. */
  copy(folder: string, ledgerId: string): string {
    return this.path(join(folder, `ledger-${encodeURIComponent(ledgerId)}`));
  }

  async copies(folder: string): Promise<string[]> {
    const names = await readdir(this.path(folder)).catch(() => []);
    return names.filter((name) => /^ledger-[^.]+$/.test(name)).map((name) => this.path(join(folder, name)));
  }

  private path(name: string): string {
    return join(this.folder, name);
  }

  private async save(settings: Settings): Promise<void> {
    await writeFile(this.path("settings.new"), JSON.stringify(settings), { mode: 0o600 });
    await rename(this.path("settings.new"), this.path("settings.json"));
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

/** As it is kept, so that one server has one name; null for what is no http or https address. */
export function addressOf(server: string): string | null {
  if (!/^https?:\/\//i.test(server) || !URL.canParse(server)) return null;
  const { origin, pathname } = new URL(server);
  return (origin + pathname).replace(/\/+$/, "");
}

function settingsOf(kept: Settings | EarlierSettings): Settings | null {
  if ("users" in kept) return kept;
  const { offline = false, server, email = "", tokens = null, ledgerId } = kept;
  if (!server || !ledgerId) return null;
  const user = { server: addressOf(server) ?? server, email, tokens, ledgerId };
  return { offline, current: ".", users: { ".": user } };
}

export function folderOf(users: Settings["users"], { server, id, email }: Omit<User, "tokens" | "ledgerId">): string {
  const isSame = (known: User) => (known.id === undefined ? isEqual(known.email, email) : known.id === id);
  const known = Object.entries(users).find(([, user]) => user.server === server && isSame(user));
  return known?.[0] ?? `user-${createHash("sha256").update(`${server} ${id}`).digest("hex").slice(0, 16)}`;
}

function isEqual(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
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
