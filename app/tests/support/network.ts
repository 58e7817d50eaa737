import type { Fetch } from "../../src/replica/api/http.ts";
import type { Answer } from "../../src/replica/api/problems.ts";
import type { Outcome } from "../../src/replica/outbox/operation.ts";
import type { Durability, Store, Writing } from "../../src/replica/store/store.ts";

/** What befalls one request. */
export type Fault = "none" | "lost" | "answer lost" | "twice";

/** The replicas of a real server; each request goes to the next one. */
const replicas = process.env.MYBUDGET_SERVER?.split(",") ?? [];
let turn = 0;

/** A real server asks whoever sends as much as these tests to wait. */
export const patientFetch: Fetch = async (input, init) => {
  for (;;) {
    const response = await fetch(balanced(String(input)), init);
    const seconds = Number(response.headers.get("Retry-After") ?? "");
    if (response.status !== 429 || !(seconds > 0) || replicas.length === 0) return response;
    await response.arrayBuffer();
    if (seconds > 10) throw new Error(`The server asks to wait for ${seconds} s: its limits are too low for this.`);
    await pause(seconds * 1000);
  }
};

function balanced(url: string): string {
  const [first = "", ...others] = replicas;
  const replica = replicas[turn++ % replicas.length];
  return others.length > 0 && url.startsWith(first) ? `${replica}${url.slice(first.length)}` : url;
}

/** Asks until there is an answer: a server may be killed and come again meanwhile. */
export async function insist<T>(ask: () => Promise<Answer<T>>): Promise<T> {
  const end = Date.now() + 90_000;
  for (;;) {
    const answer = await ask();
    if (answer.ok) return answer.value;
    const isFinal = answer.reason === "refused" || answer.reason === "signedOut";
    if (isFinal || Date.now() > end) throw new Error(`There is no answer: ${JSON.stringify(answer)}`);
    await pause(100);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A network that does as it is told, request by request; what nothing was said about goes well. */
export class Network {
  readonly faults: Fault[] = [];
  /** What the user does while the next answer is on its way. */
  meanwhile: (() => Promise<unknown>) | null = null;
  /** Every outcome that the server sent, whether it came through or not. */
  readonly said: Outcome[] = [];
  /** The ids of all operations that went out. */
  readonly sent = new Set<string>();
  /** How often each fault befell. */
  readonly befell = { lost: 0, "answer lost": 0, twice: 0, none: 0 };

  readonly fetch: Fetch = async (input, init) => {
    const fault = this.faults.shift() ?? "none";
    this.befell[fault]++;
    if (fault === "lost") throw new TypeError("The network is gone.");
    if (fault === "twice") await (await this.heard(input, init)).arrayBuffer();
    const response = await this.heard(input, init);
    const work = this.meanwhile;
    this.meanwhile = null;
    await work?.();
    if (fault === "answer lost") {
      await response.arrayBuffer();
      throw new TypeError("The network is gone.");
    }
    return response;
  };

  private async heard(...[input, init]: Parameters<Fetch>): Promise<Response> {
    const isPush = String(input).endsWith("/sync");
    if (isPush) for (const { id } of operationsIn(init?.body)) this.sent.add(id);
    const response = await patientFetch(input, init);
    if (isPush && response.status === 200) {
      const { outcomes } = (await response.clone().json()) as { outcomes: Outcome[] };
      this.said.push(...outcomes);
    }
    return response;
  }
}

function operationsIn(body: unknown): readonly { readonly id: string }[] {
  return (JSON.parse(String(body)) as { operations: { id: string }[] }).operations;
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
