import "fake-indexeddb/auto";
import { beforeEach, expect, it, vi } from "vitest";
import type { KeptReceipt } from "../../src/receipts/kept.ts";
import type { Replica } from "../../src/replica/index.ts";

const asked: string[] = [];
const answers = new Map<string, number>();
vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined });
vi.stubGlobal("addEventListener", () => undefined);
vi.stubGlobal("navigator", {
  languages: ["en"],
  locks: { request: (_: string, __: object, work: (lock: object) => unknown) => work({}) },
});
vi.stubGlobal("location", { origin: "http://localhost", pathname: "/" });
vi.stubGlobal("document", { documentElement: { lang: "" } });
vi.stubGlobal("__VERSION__", "0");
vi.stubGlobal("fetch", async (url: string) => {
  const id = /receipts\/([^?]+)/.exec(url)?.[1] ?? "";
  asked.push(id);
  const status = answers.get(id) ?? 201;
  const body = { type: "about:blank", title: "", status, code: "receipts.no-room", detail: "No room." };
  const type = status < 400 ? "application/json" : "application/problem+json";
  return new Response(JSON.stringify(body), { status, headers: { "Content-Type": type } });
});
const { loadTexts } = await import("../../src/state/texts.ts");
const { enter } = await import("../../src/state/device.ts");
const { adopt } = await import("../../src/state/connection.ts");
const { sendReceipts } = await import("../../src/receipts/send.ts");
const { findReceipt, forgetReceiptsWhere, keepReceipt } = await import("../../src/receipts/kept.ts");

await loadTexts();
enter({ id: "anna", email: "", displayName: "", ledgers: [], ledgerId: null });
adopt("anna", { accessToken: "token", refreshToken: "" });

/** A copy with one entry, and another that the server does not have yet. */
function replica(download = 1): Replica {
  const waits = { operation: { type: "transaction.record", entityId: "unsent" } };
  return {
    ledgerId: "home",
    progress: async () => ({ download }),
    pending: async () => [waits],
    issues: async () => [],
    find: async (_: string, id: string) => (id === "gone" ? null : { id }),
  } as unknown as Replica;
}

async function keep(id: string, change: Partial<KeptReceipt> = {}): Promise<void> {
  const file = new Blob(["picture"], { type: "image/png" });
  const addedAt = new Date().toISOString();
  const own = { userId: "anna", ledgerId: "home", entryId: "entry", isSent: false };
  await keepReceipt({ id, file, name: "till.png", addedAt, ...own, ...change });
}

beforeEach(async () => {
  asked.length = 0;
  answers.clear();
  await forgetReceiptsWhere(() => true);
});

it("sends what waits once its entry is on the server, each once", async () => {
  await keep("one");
  await keep("early", { entryId: "unsent" });
  await keep("orphan", { entryId: "gone" });
  await keep("others", { userId: "ben" });
  await keep("typed", { entryId: null });
  expect(await sendReceipts(replica(), "anna")).toBe(true);
  expect(await sendReceipts(replica(), "anna")).toBe(false);
  expect(asked).toEqual(["one"]);
  expect(await findReceipt("one")).toMatchObject({ isSent: true, sentIn: 1 });
  expect(await findReceipt("orphan")).toMatchObject({ isSent: false, refused: "" });
});

it("keeps what the server does not take, with its words, and goes on with the others", async () => {
  await keep("large", { addedAt: "2020-01-01T00:00:00Z" });
  await keep("small");
  answers.set("large", 422);
  expect(await sendReceipts(replica(), "anna")).toBe(true);
  expect(await findReceipt("large")).toMatchObject({ isSent: false, refused: "No room." });
  expect(await findReceipt("small")).toMatchObject({ isSent: true });
});

it.each([429, 500, 503])("tries again later where the server answers %i", async (status) => {
  await keep("one");
  answers.set("one", status);
  expect(await sendReceipts(replica(), "anna")).toBe(false);
  expect(await findReceipt("one")).toMatchObject({ isSent: false });
  expect((await findReceipt("one"))?.refused).toBeUndefined();
  answers.clear();
  expect(await sendReceipts(replica(), "anna")).toBe(true);
});

it("sends again of late what a restored server may have lost, and what it only looked at never", async () => {
  await keep("new", { isSent: true, sentIn: 1 });
  await keep("old", { isSent: true, sentIn: 1, addedAt: "2020-01-01T00:00:00Z" });
  await keep("seen", { isSent: true });
  await keep("removed", { isSent: true, sentIn: 1 });
  answers.set("removed", 404);
  expect(await sendReceipts(replica(1), "anna")).toBe(false);
  expect(await sendReceipts(replica(2), "anna")).toBe(true);
  expect(await sendReceipts(replica(2), "anna")).toBe(false);
  expect(asked.sort()).toEqual(["new", "removed"]);
  expect(await findReceipt("removed")).toMatchObject({ isSent: true });
});
