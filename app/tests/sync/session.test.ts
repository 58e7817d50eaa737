import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LedgerApi } from "../../src/replica/api/ledger-api.ts";
import { Session } from "../../src/replica/api/session.ts";
import { Replica } from "../../src/replica/replica.ts";
import { MemoryStore } from "../../src/replica/store/memory.ts";
import { Household, keeper, surroundings } from "../support/household.ts";
import { ReferenceServer, refuse } from "../support/reference-server.ts";

let server: ReferenceServer;
let url: string;
beforeEach(async () => {
  server = new ReferenceServer();
  url = await server.start();
});
afterEach(() => server.stop());

async function signedIn(timeoutMs = 30_000) {
  const tokens = keeper();
  const session = new Session({ fetch, server: url, timeoutMs }, tokens);
  await session.logIn("anna@example.com", "secret");
  return { session, tokens };
}

const ledgers = { method: "GET", path: "ledgers" } as const;

describe("a session", () => {
  it("renews what has run out, once for all requests that wait", async () => {
    const { session } = await signedIn();
    server.access.clear();
    server.asked.length = 0;
    const answers = await Promise.all(Array.from({ length: 5 }, () => session.request(ledgers)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(server.asked.filter((line) => line.includes("auth/refresh"))).toHaveLength(1);
  });

  it("is signed out once it cannot be renewed, and forgets its tokens", async () => {
    const { session, tokens } = await signedIn();
    server.access.clear();
    server.refresh.clear();
    expect(await session.request(ledgers)).toEqual({ ok: false, reason: "signedOut" });
    expect(tokens.tokens).toBeNull();
  });

  it("is not signed out by a network that fails while it is renewed", async () => {
    const { session, tokens } = await signedIn();
    server.access.clear();
    server.instead.push((_, response) => refuse(response, 401, "auth.required"));
    server.instead.push((request) => request.socket.destroy());
    expect(await session.request(ledgers)).toEqual({ ok: false, reason: "offline" });
    expect(tokens.tokens).not.toBeNull();
    expect((await session.request(ledgers)).ok).toBe(true);
  });

  it("takes the tokens that another tab has renewed", async () => {
    const { session, tokens } = await signedIn();
    const other = new Session({ fetch, server: url }, tokens);
    server.access.clear();
    await Promise.all([session.request(ledgers), other.request(ledgers)]);
    expect(tokens.tokens).not.toBeNull();
    expect((await session.request(ledgers)).ok).toBe(true);
  });
});

describe("an answer", () => {
  const html = "<html>Please accept our terms</html>";
  it.each([200, 401, 404, 511])("of a portal, %d with a page, is from no server of ours", async (status) => {
    const { session, tokens } = await signedIn();
    server.instead.push((_, response) => response.writeHead(status, { "Content-Type": "text/html" }).end(html));
    expect(await session.request(ledgers)).toEqual({ ok: false, reason: "unreachable", status });
    expect(tokens.tokens).not.toBeNull();
  });

  it("with JSON that is not what was asked for is from no server of ours", async () => {
    const { session } = await signedIn();
    server.instead.push((_, response) =>
      response.writeHead(200, { "Content-Type": "application/json" }).end('{"login":true}'),
    );
    expect(await new LedgerApi(session, "any").changes({})).toEqual({ ok: false, reason: "unreachable", status: 200 });
  });

  it.each([429, 503])("of %d says when to come again", async (status) => {
    const { session } = await signedIn();
    server.instead.push((_, response) => refuse(response, status, "limits.requests", { "Retry-After": "7" }));
    expect(await session.request(ledgers)).toEqual({ ok: false, reason: "busy", retryAfterMs: 7000 });
    const at = new Date(Date.now() + 60_000).toUTCString();
    server.instead.push((_, response) => refuse(response, status, "limits.requests", { "Retry-After": at }));
    const later = await session.request(ledgers);
    expect(later.ok || later.reason !== "busy" ? 0 : later.retryAfterMs).toBeGreaterThan(50_000);
  });

  it("with a problem says what it is", async () => {
    const { session } = await signedIn();
    server.instead.push((_, response) => refuse(response, 422, "accounts.closed"));
    expect(await session.request(ledgers)).toMatchObject({
      ok: false,
      reason: "refused",
      problem: { code: "accounts.closed" },
    });
  });

  it("that does not come in time is none", async () => {
    const { session } = await signedIn(500);
    server.instead.push(() => {});
    expect(await session.request(ledgers)).toEqual({ ok: false, reason: "offline" });
  });
});

describe("a replica of somebody who is signed out", () => {
  it("keeps its outbox, and sends it after the next sign-in", async () => {
    const { session } = await signedIn();
    const ledgerId = await (await Household.register({ url, reference: server, stop: async () => {} })).createLedger();
    const api = new LedgerApi(session, ledgerId);
    const replica = new Replica({ store: new MemoryStore(), api, surroundings: surroundings() });
    server.access.clear();
    server.refresh.clear();
    const data = { name: "Cash", type: "cash", currency: "EUR", openedOn: "2026-01-01" };
    await replica.perform({ type: "account.open", data }, "2026-06-15");
    expect(await replica.sync()).toEqual({ ok: false, reason: "signedOut" });
    expect(await replica.pending()).toHaveLength(1);
    await session.logIn("anna@example.com", "secret");
    expect((await replica.sync()).ok).toBe(true);
    expect(await replica.pending()).toEqual([]);
  });
});
