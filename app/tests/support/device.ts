import "fake-indexeddb/auto";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Replica } from "../../src/replica/replica.ts";
import { FileStore } from "../../src/replica/store/file.ts";
import { IndexedDbStore } from "../../src/replica/store/indexeddb.ts";
import { MemoryStore } from "../../src/replica/store/memory.ts";
import type { Store } from "../../src/replica/store/store.ts";
import { type Household, surroundings } from "./household.ts";
import { CrashingStore, Network } from "./network.ts";

let stores = 0;

/** A phone: an engine with its store and its network, which can crash and start again. They keep a file, IndexedDB, or memory. */
export class Device {
  static readonly folder = mkdtempSync(join(tmpdir(), "devices-"));
  readonly network = new Network();
  readonly surroundings = surroundings();
  /** What its user deleted, whatever became of it. */
  readonly deleted: string[] = [];

  /** Operations that its user was told are kept, and those that they were asked to decide about. */
  readonly given = new Set<string>();
  readonly told = new Set<string>();
  crashes = 0;

  private constructor(
    private readonly household: Household,
    private readonly ledgerId: string,
    readonly member: number,
    private readonly openStore: () => Promise<Store>,
    private readonly forget: () => Promise<void>,
    private store: CrashingStore,
    public replica: Replica,
  ) {}

  static async start(household: Household, ledgerId: string, place: number, member = 0): Promise<Device> {
    const name = `${++stores}`;
    const memory = new MemoryStore();
    const path = join(Device.folder, name);
    const kinds = [
      { open: () => FileStore.open(path), forget: () => rm(path, { force: true }) },
      { open: () => IndexedDbStore.open(name), forget: () => IndexedDbStore.delete(name) },
    ];
    const { open, forget } = kinds[place] ?? { open: async () => memory, forget: async () => {} };
    const store = new CrashingStore(await open());
    const device = new Device(household, ledgerId, member, open, forget, store, null as never);
    await device.begin();
    return device;
  }

  /** The program ends in its n-th write from now, or never, and then begins again with what its store has. */
  async crashing(writes: number, work: (replica: Replica) => Promise<unknown>): Promise<void> {
    this.crashes++;
    this.store.writesUntilCrash = writes;
    await work(this.replica).catch((error: Error) => {
      if (error.message !== "The program ended.") throw error;
    });
    await this.store.close();
    this.store = new CrashingStore(await this.openStore());
    await this.begin();
  }

  /** Remembers what is in the outbox, which may not get lost from then on. */
  async remember(): Promise<void> {
    const rows = await this.replica.store.read((tables) => tables.range("outbox"));
    for (const { operation } of rows) this.given.add(operation.id);
  }

  comeOnline(): void {
    this.network.faults.length = 0;
  }

  async end(): Promise<void> {
    await this.store.close();
    await this.forget();
  }

  private async begin(): Promise<void> {
    const { store, network, member, surroundings: own } = this;
    const options = { store, fetch: network.fetch, surroundings: own, member };
    this.replica = await this.household.replica(this.ledgerId, options);
  }
}
