import { randomUUID } from "node:crypto";
import type { Fetch, HttpRequest } from "../../src/replica/api/http.ts";
import { LedgerApi } from "../../src/replica/api/ledger-api.ts";
import type { Answer } from "../../src/replica/api/problems.ts";
import { Session, type TokenKeeper, type Tokens } from "../../src/replica/api/session.ts";
import { newId, type Surroundings } from "../../src/replica/ids.ts";
import type { Json } from "../../src/replica/json.ts";
import { Replica } from "../../src/replica/replica.ts";
import { MemoryStore } from "../../src/replica/store/memory.ts";
import type { Store } from "../../src/replica/store/store.ts";
import { isConfirmed } from "./mail.ts";
import { insist, patientFetch, pause } from "./network.ts";
import type { Role } from "./reference-outcomes.ts";
import { ReferenceServer } from "./reference-server.ts";

/** Where the tests run: the addresses of a real server's replicas, or the reference server. */
export interface Target {
  readonly url: string;
  readonly reference: ReferenceServer | null;
  stop(): Promise<void>;
}

export async function startTarget(): Promise<Target> {
  const url = process.env.MYBUDGET_SERVER?.split(",")[0];
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

interface Person {
  readonly id: string;
  readonly email: string;
  readonly session: Session;
}

/** Users who share ledgers, signed in on as many devices as asked for. The first one owns all of them. */
export class Household {
  readonly password = PASSWORD;
  /** By ledger, what brings its last backup back. */
  readonly backups = new Map<string, () => void>();
  private renewedAt = Date.now();
  private ledgers = 0;

  private constructor(
    readonly target: Target,
    readonly people: readonly Person[],
  ) {}

  /** A user has at most 100 ledgers; where these have about as many, it is others' turn. */
  get isFull(): boolean {
    return this.ledgers >= 90;
  }

  get session(): Session {
    return this.person(0).session;
  }

  get email(): string {
    return this.person(0).email;
  }

  /** Others can only be invited where their addresses can be confirmed. */
  static async register(target: Target, others = 0): Promise<Household> {
    const people: Person[] = [];
    for (let tries = 0; people.length <= others; tries++) {
      const session = new Session({ fetch: patientFetch, server: target.url }, keeper());
      const email = `${randomUUID()}@example.com`;
      const input = { email, password: PASSWORD, displayName: `Member ${people.length}`, timeZone: "UTC" };
      const answer = await session.register(input);
      const isThere = answer.ok && (others === 0 || target.reference !== null || (await isConfirmed(session, email)));
      if (isThere) people.push({ id: answer.value.user.id, email, session });
      else if (tries > 300) throw new Error(`Nobody could be registered: ${JSON.stringify(answer)}`);
      else await pause(100);
    }
    return new Household(target, people);
  }

  async createLedger(): Promise<string> {
    await this.renew();
    this.ledgers++;
    const id = newId({ now: () => new Date(), random: Math.random });
    await this.ask({ method: "POST", path: "ledgers", body: { id, name: "Household", currency: "EUR" } });
    return id;
  }

  /** What a member may do from now on; null for nothing, since they are none. A server may end in the middle, so it is done until it is. */
  async setRole(ledgerId: string, member: number, role: Role | null): Promise<void> {
    const known = this.target.reference?.ledgers.get(ledgerId);
    if (known) return known.setRole(this.person(member).id, role);
    for (let tries = 0; ; tries++) {
      const answer = await this.tryRole(ledgerId, member, role);
      if (answer === null || answer.ok) return;
      if (tries > 300) throw new Error(`The role could not be changed: ${JSON.stringify(answer)}`);
      await pause(100);
    }
  }

  private async tryRole(ledgerId: string, member: number, role: Role | null): Promise<Answer<Json> | null> {
    const { id, email, session } = this.person(member);
    const path = `ledgers/${ledgerId}`;
    const before = await this.roleOf(ledgerId, member);
    if (before === role) return null;
    if (role === null) return this.session.request({ method: "DELETE", path: `${path}/members/${id}` });
    if (before !== null)
      return this.session.request({ method: "PATCH", path: `${path}/members/${id}`, body: { role } });
    const body = { email, role: role === "owner" ? "editor" : role };
    const invited = await this.session.request({ method: "POST", path: `${path}/invitations`, body });
    if (!invited.ok) return invited;
    const invitation = (invited.value as { id: string }).id;
    const accepted = await session.request({ method: "POST", path: `invitations/${invitation}/acceptance` });
    return accepted.ok && role === "owner" ? this.tryRole(ledgerId, member, role) : accepted;
  }

  async roleOf(ledgerId: string, member: number): Promise<Role | null> {
    const { id } = this.person(member);
    const known = this.target.reference?.ledgers.get(ledgerId);
    if (known) return known.roleOf(id);
    const path = `ledgers/${ledgerId}/members`;
    const { items } = (await this.ask({ method: "GET", path })) as { items: { userId: string; role: Role }[] };
    return items.find(({ userId }) => userId === id)?.role ?? null;
  }

  api(ledgerId: string): LedgerApi {
    return new LedgerApi(this.session, ledgerId);
  }

  /** A device of a user, with its own network and its own store. */
  async replica(
    ledgerId: string,
    options: { store?: Store; fetch?: Fetch; surroundings?: Surroundings; member?: number } = {},
  ): Promise<Replica> {
    const token = await this.person(options.member ?? 0).session.token();
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

  /** Asks as the owner, until there is an answer. */
  ask(request: HttpRequest): Promise<Json> {
    return insist(() => this.session.request(request));
  }

  /** So that no device's sign-in ends in the middle of a long run. */
  private async renew(): Promise<void> {
    if (Date.now() - this.renewedAt < 300_000) return;
    this.renewedAt = Date.now();
    for (const { session } of this.people) await session.renew((await session.token()) ?? "");
  }

  private person(place: number): Person {
    return this.people[place % this.people.length] as Person;
  }
}
