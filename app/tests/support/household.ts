import { randomUUID } from "node:crypto";
import type { Fetch } from "../../src/replica/api/http.ts";
import { LedgerApi } from "../../src/replica/api/ledger-api.ts";
import { Session, type TokenKeeper, type Tokens } from "../../src/replica/api/session.ts";
import { newId, type Surroundings } from "../../src/replica/ids.ts";
import { Replica } from "../../src/replica/replica.ts";
import { MemoryStore } from "../../src/replica/store/memory.ts";
import type { Store } from "../../src/replica/store/store.ts";
import { patientFetch } from "./network.ts";
import { ReferenceServer } from "./reference-server.ts";

/** Where the tests run: the address of a real server, or the reference server. */
export interface Target {
  readonly url: string;
  readonly reference: ReferenceServer | null;
  stop(): Promise<void>;
}

export async function startTarget(): Promise<Target> {
  const url = process.env.MYBUDGET_SERVER;
  if (url) return { url, reference: null, stop: async () => {} };
  const reference = new ReferenceServer();
  return { url: await reference.start(), reference, stop: () => reference.stop() };
}

export function keeper(tokens: Tokens | null = null): TokenKeeper & { tokens: Tokens | null } {
  const kept = {
    tokens,
    load: async () => kept.tokens,
    save: async (now: Tokens | null) => {
      kept.tokens = now;
    },
  };
  return kept;
}

/** A clock that moves by a second whenever it is looked at, so that nothing depends on how fast a machine is. */
export function surroundings(random: () => number = Math.random): Surroundings {
  let time = Date.parse("2026-06-15T10:00:00Z");
  return {
    now: () => {
      time += 1000;
      return new Date(time);
    },
    random,
  };
}

const PASSWORD = "correct horse battery staple";

/** One user with ledgers, signed in on as many devices as asked for. */
export class Household {
  readonly password = PASSWORD;
  private renewedAt = Date.now();
  private ledgers = 0;

  /** A user has at most 100 ledgers; where this one has about as many, it is another's turn. */
  get isFull(): boolean {
    return this.ledgers >= 90;
  }

  /** By ledger, what brings its last backup back. */
  readonly backups = new Map<string, () => void>();

  private constructor(
    readonly target: Target,
    readonly session: Session,
    readonly email: string,
  ) {}

  static async register(target: Target): Promise<Household> {
    const session = new Session({ fetch: patientFetch, server: target.url }, keeper());
    const email = `${randomUUID()}@example.com`;
    const answer = await session.register({ email, password: PASSWORD, displayName: "Anna", timeZone: "UTC" });
    if (!answer.ok) throw new Error(`The user could not be registered: ${JSON.stringify(answer)}`);
    return new Household(target, session, email);
  }

  async createLedger(): Promise<string> {
    // So that no device's sign-in ends in the middle of a long run.
    if (Date.now() - this.renewedAt > 300_000) {
      await this.session.renew((await this.session.token()) ?? "");
      this.renewedAt = Date.now();
    }
    this.ledgers++;
    const id = newId({ now: () => new Date(), random: Math.random });
    const answer = await this.session.request({
      method: "POST",
      path: "ledgers",
      body: { id, name: "Household", currency: "EUR" },
    });
    if (!answer.ok) throw new Error(`The ledger could not be created: ${JSON.stringify(answer)}`);
    return id;
  }

  /** A device of the user, with its own network and its own store. */
  async replica(
    ledgerId: string,
    options: { store?: Store; fetch?: Fetch; surroundings?: Surroundings } = {},
  ): Promise<Replica> {
    const token = await this.session.token();
    const session = new Session(
      { fetch: options.fetch ?? patientFetch, server: this.target.url },
      keeper({ accessToken: token ?? "", refreshToken: "" }),
    );
    return new Replica({
      store: options.store ?? new MemoryStore(),
      api: new LedgerApi(session, ledgerId),
      surroundings: options.surroundings ?? surroundings(),
    });
  }
}
