import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Session } from "../../src/replica/api/session.ts";
import { eventsOf } from "../../src/replica/api/sse.ts";
import { Live } from "../../src/replica/live.ts";
import type { Replica } from "../../src/replica/replica.ts";
import { Backoff } from "../../src/replica/sync/backoff.ts";
import { Household, keeper, surroundings } from "../support/household.ts";
import { ReferenceServer } from "../support/reference-server.ts";

const account = { name: "Cash", type: "cash", currency: "EUR", openedOn: "2026-01-01" };

describe("whoever is online", () => {
  let server: ReferenceServer;
  let household: Household;
  let live: Live;
  let here: Replica;
  let there: Replica;
  let running: Promise<void>;

  beforeEach(async () => {
    server = new ReferenceServer();
    household = await Household.register({ url: await server.start(), reference: server, stop: () => server.stop() });
    const ledgerId = await household.createLedger();
    [here, there] = [await household.replica(ledgerId), await household.replica(ledgerId)];
    live = new Live({
      session: household.session,
      replicas: () => [here],
      // No waiting worth the name.
      surroundings: surroundings(() => -1),
    });
    running = live.run();
  });
  afterEach(async () => {
    live.stop();
    await running;
    await server.stop();
  });

  it("sees at once what others do, also after the stream broke", async () => {
    await vi.waitFor(() => expect(server.listening).toBe(1));
    await there.perform({ type: "account.open", data: account }, "2026-06-15");
    await there.sync();
    await vi.waitFor(async () => expect(await here.all("account")).toHaveLength(1));

    server.endStreams();
    await there.perform({ type: "account.open", data: { ...account, name: "Bank" } }, "2026-06-15");
    await there.sync();
    await vi.waitFor(async () => expect(await here.all("account")).toHaveLength(2), { timeout: 5000 });
  });

  it("tries again by itself after a failure", async () => {
    await vi.waitFor(() => expect(server.listening).toBe(1));
    server.instead.push((_, response) => response.destroy());
    await here.perform({ type: "account.open", data: account }, "2026-06-15");
    await live.sync(here);
    await vi.waitFor(async () => expect(await here.pending()).toEqual([]), { timeout: 5000 });
  });

  it("stops when the sign-in has ended", async () => {
    const session = new Session({ fetch, server: household.target.url }, keeper());
    const signedOut = new Live({ session, replicas: () => [], surroundings: surroundings() });
    await expect(signedOut.run()).resolves.toBeUndefined();
  });
});

function streamOf(parts: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
}

describe("a stream of events", () => {
  it("is the same however it is cut", async () => {
    const text =
      ': hello\n\nevent: ledger\ndata: {"a":\ndata: "ü"}\n\ndata: plain\r\n\r\nevent: x\n\nid: 1\ndata:none\n\n';
    const bytes = new TextEncoder().encode(text);
    const cuts = fc.uniqueArray(fc.nat({ max: bytes.length })).map((all) => all.sort((left, right) => left - right));
    await fc.assert(
      fc.asyncProperty(cuts, async (at) => {
        const parts = [...at, bytes.length].map((end, place) => bytes.slice(at[place - 1] ?? 0, end));
        const events = [];
        for await (const event of eventsOf(streamOf(parts))) if (event.event) events.push(event);
        expect(events).toEqual([
          { event: "ledger", data: '{"a":\n"ü"}' },
          { event: "message", data: "plain" },
          { event: "message", data: "none" },
        ]);
      }),
    );
  });
});

describe("waiting before the next try", () => {
  it("grows, is never in step, and not shorter than the server asks for", () => {
    const backoff = new Backoff(() => 0.5, 1000, 10_000);
    expect([backoff.next(), backoff.next(), backoff.next(60_000), backoff.next(), backoff.next()]).toEqual([
      750, 1500, 60_000, 6000, 7500,
    ]);
    backoff.reset();
    expect(backoff.next()).toBe(750);
  });
});
