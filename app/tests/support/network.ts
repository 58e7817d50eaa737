import type { Fetch } from "../../src/replica/api/http.ts";
import type { Durability, Store, Writing } from "../../src/replica/store/store.ts";

/** What befalls one request. */
export type Fault = "none" | "lost" | "answer lost" | "twice";

/** A real server asks whoever sends as much as these tests to wait. */
export const patientFetch: Fetch = async (input, init) => {
  for (;;) {
    const response = await fetch(input, init);
    const seconds = Number(response.headers.get("Retry-After") ?? "");
    if (response.status !== 429 || !(seconds > 0) || !process.env.MYBUDGET_SERVER) return response;
    await response.arrayBuffer();
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
};

/** A network that does as it is told, request by request; what nothing was said about goes well. */
export class Network {
  readonly faults: Fault[] = [];
  /** What the user does while the next answer is on its way. */
  meanwhile: (() => Promise<unknown>) | null = null;

  readonly fetch: Fetch = async (input, init) => {
    const fault = this.faults.shift() ?? "none";
    if (fault === "lost") throw new TypeError("The network is gone.");
    if (fault === "twice") await (await patientFetch(input, init)).arrayBuffer();
    const response = await patientFetch(input, init);
    const work = this.meanwhile;
    this.meanwhile = null;
    await work?.();
    if (fault === "answer lost") {
      await response.arrayBuffer();
      throw new TypeError("The network is gone.");
    }
    return response;
  };
}

/** A store whose program ends in the middle of a write, when it is told to. */
export class CrashingStore implements Store {
  /** How many writes go well before that; none if negative. */
  writesUntilCrash = -1;

  constructor(private readonly inner: Store) {}

  read<R>(work: Parameters<Store["read"]>[0]): Promise<R> {
    return this.inner.read(work) as Promise<R>;
  }

  write<R>(durability: Durability, work: (tables: Writing) => Promise<R>): Promise<R> {
    const isCrash = this.writesUntilCrash-- === 0;
    return this.inner.write(durability, async (tables) => {
      const result = await work(tables);
      if (isCrash) throw new Error("The program ended.");
      return result;
    });
  }

  close(): Promise<void> {
    return this.inner.close();
  }
}
