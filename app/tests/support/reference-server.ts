import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isObject, type JsonObject } from "../../src/replica/json.ts";
import { type Entry, sidesOf } from "../../src/replica/money/entries.ts";
import type { Operation } from "../../src/replica/outbox/operation.ts";
import { ReferenceLedger } from "./reference-ledger.ts";
import { dataOf, type Entity, type Role } from "./reference-outcomes.ts";
import { invalid, type Refused, refusedBatch, refusedQuery } from "./reference-requests.ts";

/**
 * A server that does what the contract of synchronisation says, in its simplest form and in memory: it states the contract, and the
 * engine's tests run against it where no MYBUDGET_SERVER is given. Everybody owns everything, until a ledger says otherwise.
 */
export class ReferenceServer {
  readonly ledgers = new Map<string, ReferenceLedger>();
  /** By token, whose it is. */
  readonly access = new Map<string, string>();
  readonly refresh = new Map<string, string>();
  /** By address; any password is right. */
  private readonly users = new Map<string, string>();
  /** Answers that are given once instead of the proper one. */
  readonly instead: ((request: IncomingMessage, response: ServerResponse) => void)[] = [];
  readonly asked: string[] = [];
  pageSize = 1000;
  private readonly streams = new Set<ServerResponse>();
  private readonly server: Server = createServer((request, response) => void this.handle(request, response));

  async start(): Promise<string> {
    // On a busy machine a client may be silent for longer than the usual 5 s, and must not find its connection closed.
    this.server.keepAliveTimeout = 60_000;
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Sends an event to whoever listens. */
  tell(event: string, data: unknown): void {
    for (const stream of this.streams) stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  endStreams(): void {
    for (const stream of this.streams) stream.destroy();
  }

  get listening(): number {
    return this.streams.size;
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? "/", "http://localhost");
    this.asked.push(`${request.method} ${url.pathname}${url.search}`);
    const instead = this.instead.shift();
    if (instead) return instead(request, response);
    const body = parsed(Buffer.concat(chunks).toString("utf8"));
    if (body === undefined) return refuse(response, 400, "http.invalid");
    const [, , , room, id, action] = url.pathname.split("/");
    if (room === "auth" && id !== "logout") return this.signIn(id ?? "", body as JsonObject, response);
    const user = this.access.get(request.headers.authorization?.slice(7) ?? "");
    if (user === undefined) return refuse(response, 401, "auth.required");
    if (room === "auth") return this.signOut(user, response);
    if (room === "events") return this.stream(response);
    // A parameter that there is not is refused, everywhere.
    if (id === undefined && url.search !== "") return refuse(response, 400, "http.invalid");
    if (room === "ledgers" && id === undefined) return this.ledgersRoute(user, request, body as JsonObject, response);
    const ledger = this.ledgers.get(id ?? "");
    const role = ledger?.roleOf(user) ?? null;
    if (room !== "ledgers" || !ledger || role === null) return refuse(response, 404, "http.not-found");
    if (action === "changes") return this.changes(ledger, url.searchParams, request, response);
    if (action === "sync") return this.sync(ledger, body as JsonObject, role, response);
    return action === "digest" ? answer(response, 200, digestOf(ledger)) : refuse(response, 404, "http.not-found");
  }

  private signIn(action: string, body: JsonObject, response: ServerResponse): void {
    const used = String(body.refreshToken);
    const email = String(body.email);
    const user = action === "refresh" ? this.refresh.get(used) : (this.users.get(email) ?? randomUUID());
    if (user === undefined) return refuse(response, 401, "auth.refresh-invalid");
    if (action !== "refresh") this.users.set(email, user);
    this.refresh.delete(used);
    const [accessToken, refreshToken] = [randomUUID(), randomUUID()];
    this.access.set(accessToken, user);
    this.refresh.set(refreshToken, user);
    answer(response, action === "register" ? 201 : 200, {
      accessToken,
      refreshToken,
      expiresIn: 900,
      tokenType: "Bearer",
      user: { id: user, email },
    });
  }

  private signOut(user: string, response: ServerResponse): void {
    for (const tokens of [this.access, this.refresh]) {
      for (const [token, owner] of tokens) if (owner === user) tokens.delete(token);
    }
    response.writeHead(204).end();
  }

  private ledgersRoute(user: string, request: IncomingMessage, body: JsonObject, response: ServerResponse): void {
    if (request.method === "POST") this.ledgers.set(String(body.id), new ReferenceLedger(String(body.id)));
    const theirs = [...this.ledgers.values()].filter((ledger) => ledger.roleOf(user) !== null);
    const views = theirs.map(({ id, revision }) => ({
      id,
      name: "Household",
      currency: "EUR",
      role: "owner",
      revision,
    }));
    answer(
      response,
      request.method === "POST" ? 201 : 200,
      request.method === "POST" ? views.at(-1) : { items: views },
    );
  }

  private changes(
    ledger: ReferenceLedger,
    query: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    const since = query.get("since");
    const isKnown = request.headers["if-none-match"] === `"${ledger.cursor}"`;
    const problem = refusedQuery(query) ?? refusedCursor(ledger, since);
    if (problem) return refuse(response, ...problem);
    if (isKnown && (since ?? ledger.cursor) === ledger.cursor) {
      response.writeHead(304, { ETag: `"${ledger.cursor}"` }).end();
      return;
    }
    const limit = Math.min(Number(query.get("limit") ?? 500), this.pageSize);
    response.setHeader("ETag", `"${ledger.cursor}"`);
    answer(response, 200, pageOf(ledger, since, limit, query.get("kinds")?.split(",")));
  }

  private sync(ledger: ReferenceLedger, body: JsonObject, role: Role, response: ServerResponse): void {
    const since = typeof body.since === "string" ? body.since : null;
    const problem = refusedCursor(ledger, since);
    if (problem) return refuse(response, ...problem);
    const wrong = refusedBatch(body.operations);
    if (wrong) return refuse(response, 400, "http.invalid", {}, { [wrong]: [] });
    const operations = body.operations;
    const outcomes = ledger.perform(operations as unknown as Operation[], role);
    this.tell("ledger", { ledgerId: ledger.id, cursor: ledger.cursor });
    answer(response, 200, { outcomes, ...(since === null ? {} : { changes: pageOf(ledger, since, this.pageSize) }) });
  }

  private stream(response: ServerResponse): void {
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    this.streams.add(response);
    response.on("close", () => this.streams.delete(response));
    response.write(": welcome\n\n");
    for (const { id, cursor } of this.ledgers.values()) this.tell("ledger", { ledgerId: id, cursor });
    this.tell("inbox", { unread: 0 });
  }
}

/** A cursor of this server is `<incarnation>.<revision>`, of an unfinished download with `.f<start>`. */
function refusedCursor(ledger: ReferenceLedger, since: string | null): Refused | null {
  if (since === null) return null;
  const [, incarnation, revision] = /^(\w+)\.(\d+)(?:\.f\d+)?$/.exec(since) ?? [];
  if (incarnation === undefined) return invalid("since");
  return incarnation !== ledger.incarnation || Number(revision) > ledger.revision ? [410, "sync.cursor-gone"] : null;
}

function pageOf(ledger: ReferenceLedger, since: string | null, limit: number, kinds?: string[]) {
  const [, from = "0", , start] = since?.split(/\.(?:f)?/) ?? [];
  const began = since === null ? ledger.revision : start === undefined ? null : Number(start);
  const isAsked = (entity: Entity) => !kinds || kinds.includes(entity.kind);
  const isNews = (entity: Entity) => began === null || dataOf(entity) !== null || entity.revision > began;
  const changed = [...ledger.entities.values()].filter(
    (entity) => entity.revision > Number(from) && isAsked(entity) && isNews(entity),
  );
  changed.sort((left, right) => left.revision - right.revision);
  const page = changed.slice(0, limit);
  const hasMore = changed.length > limit;
  const unfinished = `${ledger.incarnation}.${page.at(-1)?.revision}${began === null ? "" : `.f${began}`}`;
  const items = page.map((entity) => {
    const data = dataOf(entity);
    return { kind: entity.kind, id: entity.id, revision: entity.revision, deleted: data === null, data };
  });
  return { items, cursor: hasMore ? unfinished : ledger.cursor, hasMore };
}

function digestOf(ledger: ReferenceLedger) {
  const kinds: Record<string, { count: number; hash: string }> = {};
  for (const { kind, id, versions } of ledger.living()) {
    const head = createHash("sha256").update(`${kind}:${id}:${versions.length}`).digest().readBigUInt64BE();
    const { count, hash } = kinds[kind] ?? { count: 0, hash: "0" };
    kinds[kind] = { count: count + 1, hash: (BigInt(`0x${hash}`) ^ head).toString(16).padStart(16, "0") };
  }
  const sides = ledger.living("transaction").flatMap((entity) => sidesOf(dataOf(entity) as unknown as Entry));
  const accounts = ledger.living("account").map((entity) => {
    const { id, openingBalance, openedOn } = dataOf(entity) as unknown as {
      id: string;
      openingBalance: number;
      openedOn: string;
    };
    const own = sides.filter((side) => side.accountId === id);
    const sum = (counted: typeof own) => counted.reduce((total, side) => total + side.amount, openingBalance);
    const anchored = own.filter((side) => side.date >= openedOn);
    const cleared = anchored.filter((side) => side.status !== "pending");
    return { id, balance: sum(anchored), clearedBalance: sum(cleared), entries: own.length };
  });
  return { cursor: ledger.cursor, kinds, accounts };
}

function parsed(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function answer(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(value));
}

export function refuse(
  response: ServerResponse,
  status: number,
  code: string,
  headers: Record<string, string> = {},
  errors?: JsonObject,
): void {
  const problem = { status, code, title: code, traceId: "0", ...(errors ? { errors } : {}) };
  response
    .writeHead(status, { "Content-Type": "application/problem+json", ...headers })
    .end(JSON.stringify(isObject(problem) ? problem : {}));
}
