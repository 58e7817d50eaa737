import "fake-indexeddb/auto";
import { beforeEach, expect, it, vi } from "vitest";
import { filesOf, keepFile } from "../../src/imports/waiting.ts";

const kept = new Map<string, string>();
const answered = (body: unknown) =>
  new Response(JSON.stringify(body), { headers: { "Content-Type": "application/json" } });
vi.stubGlobal("localStorage", {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
  removeItem: (key: string) => kept.delete(key),
});
vi.stubGlobal("addEventListener", () => undefined);
vi.stubGlobal("navigator", { languages: ["en"], userAgent: "Chrome Linux", onLine: true });
vi.stubGlobal("location", { origin: "https://budget.example" });
vi.stubGlobal("__VERSION__", "0");
vi.stubGlobal("fetch", async (url: string) => {
  if (!String(url).endsWith("auth/login")) throw new TypeError("fetch failed");
  const user = { id: "ada", email: "ada@example.org", displayName: "Ada" };
  return answered({ user, accessToken: "a", refreshToken: "", expiresIn: 900 });
});
const { changeUser, enter, NOBODY, users } = await import("../../src/state/device.ts");
const { logIn } = await import("../../src/state/sign-in.ts");

const ledger = (id: string, more = {}) =>
  ({ id, name: id, currency: "EUR", role: "owner", store: `mybudget-${NOBODY}-${id}`, ...more }) as const;
const waits = (id: string, userId: string | null, ledgerId: string | null) =>
  keepFile({ id, file: new Blob(["a;b"]), name: `${id}.csv`, addedAt: "2026-11-29", userId, ledgerId, answers: {} });
const owners = async () => (await filesOf("ada")).map(({ id, ledgerId }) => `${id} ${ledgerId}`).sort();

beforeEach(async () => {
  users.value = [];
  const ledgers = [ledger("own"), ledger("example", { example: 3 })];
  enter({ id: NOBODY, email: "", displayName: "", ledgers, ledgerId: "own" });
  await waits("in-own", NOBODY, "own");
  await waits("in-example", NOBODY, "example");
  await waits("in-none", NOBODY, null);
  await waits("of-another", NOBODY, "of-another");
});

it("files that wait go along with their ledgers into the account, and go with the example that is thrown away", async () => {
  expect((await logIn("ada@example.org", "password", { takesExample: false })).ok).toBe(true);
  expect(await owners()).toEqual(["in-none null", "in-own own"]);
  // What nobody here may have stays nobody's.
  expect((await filesOf(NOBODY)).map(({ id }) => id)).toEqual(["of-another"]);
});

it("an example that is taken along keeps its files", async () => {
  await logIn("ada@example.org", "password", { takesExample: true });
  expect(await owners()).toEqual(["in-example example", "in-none null", "in-own own"]);
});

it("a file that was left behind before comes back to who has its ledger", async () => {
  users.value = [];
  enter({ id: "ada", email: "", displayName: "", ledgers: [ledger("own")], ledgerId: "own" });
  changeUser("ada", { isSignedOut: true });
  await logIn("ada@example.org", "password", { takesExample: false });
  expect(await owners()).toContain("in-own own");
});
