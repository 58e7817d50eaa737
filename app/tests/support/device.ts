import "fake-indexeddb/auto";
import { mkdtempSync } from "node:fs";
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

  private constructor(
    private readonly household: Household,
    private readonly ledgerId: string,
    private readonly openStore: () => Promise<Store>,
    private store: CrashingStore,
    public replica: Replica,
  ) {}

  static async start(household: Household, ledgerId: string, place: number): Promise<Device> {
    const path = join(Device.folder, `${++stores}`);
    const memory = new MemoryStore();
    const kinds = [() => FileStore.open(path), () => IndexedDbStore.open(path)];
    const openStore = kinds[place] ?? (async () => memory);
    const store = new CrashingStore(await openStore());
    const device = new Device(household, ledgerId, openStore, store, null as never);
    await device.begin();
    return device;
  }

  /** The program ends in its n-th write from now, or never, and then begins again with what its store has. */
  async crashing(writes: number, work: (replica: Replica) => Promise<unknown>): Promise<void> {
    this.store.writesUntilCrash = writes;
    await work(this.replica).catch((error: Error) => {
      if (error.message !== "The program ended.") throw error;
    });
    await this.store.close();
    this.store = new CrashingStore(await this.openStore());
    await this.begin();
  }

  /** What the server is now can be brought back later, by any device's schedule. */
  backup(): void {
    const ledger = this.household.target.reference?.ledgers.get(this.ledgerId);
    if (ledger) this.household.backups.set(this.ledgerId, ledger.backup());
  }

  restore(): void {
    this.household.backups.get(this.ledgerId)?.();
  }

  /** Remembers what is in the outbox, which may not get lost from then on. */
  async remember(): Promise<void> {
    const rows = await this.replica.store.read((tables) => tables.range("outbox"));
    for (const { operation } of rows) this.given.add(operation.id);
  }

  comeOnline(): void {
    this.network.faults.length = 0;
  }

  end(): Promise<void> {
    return this.store.close();
  }

  private async begin(): Promise<void> {
    const { store, network, surroundings: own } = this;
    this.replica = await this.household.replica(this.ledgerId, { store, fetch: network.fetch, surroundings: own });
  }
}
