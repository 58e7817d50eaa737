import type { Durability, Reading, Store, Writing } from "./store.ts";

/** Tells after every write that something may read otherwise now. */
export class WatchedStore implements Store {
  constructor(
    private readonly store: Store,
    private readonly onWritten: () => void,
  ) {}

  read<R>(work: (tables: Reading) => Promise<R>): Promise<R> {
    return this.store.read(work);
  }

  async write<R>(durability: Durability, work: (tables: Writing) => Promise<R>): Promise<R> {
    const result = await this.store.write(durability, work);
    this.onWritten();
    return result;
  }

  close(): Promise<void> {
    return this.store.close();
  }
}
