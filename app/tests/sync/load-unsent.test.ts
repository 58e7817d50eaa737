import "fake-indexeddb/auto";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { Given, UnsentPart } from "../../src/state/unsent-file.ts";
import { id, sound } from "../support/given.ts";

const kept = new Map<string, string>();
vi.stubGlobal("localStorage", {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
});
vi.stubGlobal("addEventListener", () => undefined);
vi.stubGlobal("location", { origin: "http://localhost", pathname: "/" });
vi.stubGlobal("__VERSION__", "0");
vi.stubGlobal("navigator", { languages: ["en"] });
vi.stubGlobal("fetch", async () => {
  throw new TypeError("Nobody is there.");
});
vi.stubGlobal("document", { documentElement: { lang: "" } });
const { loadRest, loadTexts } = await import("../../src/state/texts.ts");
const { loadUnsent } = await import("../../src/state/load-unsent.ts");
const { written } = await import("../../src/state/unsent-file.ts");
const { NOBODY, user, userId, users } = await import("../../src/state/device.ts");
const { closeLedgers, openLedger } = await import("../../src/state/ledgers.ts");
const { snack } = await import("../../src/state/snack.ts");
const { showLoaded } = await import("../../src/screens/sync/show-loaded.ts");

const ledgerId = id("a");
const opened: Given = {
  ...sound,
  operation: {
    id: id(5),
    type: "account.open",
    entityId: id(3),
    data: { name: "Cash", type: "cash", currency: "EUR", openedOn: "2026-01-01" },
  },
};
const named: Given = {
  ...sound,
  operation: { id: id(6), type: "ledger.revise", entityId: ledgerId, data: { name: "Flat" }, baseVersion: 1 },
};
const nobodys: UnsentPart = { ledgerId, name: "Home", begunIn: "EUR", given: [opened, sound, named] };

function fileOf(parts: readonly UnsentPart[], by = NOBODY): Blob {
  return new Blob([JSON.stringify(written({ savedAt: "2026-06-15T10:00:00Z", userId: by, parts }))]);
}

function enterAs(name: string): void {
  users.value = [
    ...users.value.filter((known) => known.id !== name),
    { id: name, email: "", displayName: "", ledgers: [], ledgerId: null },
  ];
  userId.value = name;
}

async function waiting() {
  const owner = user.value;
  const all = await Promise.all((owner?.ledgers ?? []).map((known) => openLedger(known, owner?.id ?? "")));
  return Promise.all(all.map(async ({ replica }) => (await replica.pending()).map(({ operation }) => operation)));
}

beforeAll(async () => {
  await loadTexts();
  await loadRest();
});

beforeEach(async () => {
  await closeLedgers();
  users.value = [];
  snack.value = null;
});

it.each([NOBODY, "anna"])("a ledger of nobody's gets an id of its own under %s, once", async (name) => {
  enterAs(name);
  expect(await loadUnsent(fileOf([nobodys]))).toEqual({ taken: 3, known: 0, others: [], isBegun: true });
  const [ledger] = user.value?.ledgers ?? [];
  expect(ledger?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(ledger?.id).not.toBe(ledgerId);
  const before = await waiting();
  expect(before).toMatchObject([[opened.operation, sound.operation, { id: id(6), entityId: ledger?.id }]]);
  const { replica } = await openLedger(ledger as never, name);
  expect(await replica.all("ledger")).toMatchObject([{ id: ledger?.id, name: "Flat" }]);
  expect(await loadUnsent(fileOf([nobodys]))).toEqual({ taken: 0, known: 3, others: [], isBegun: false });
  expect(user.value?.ledgers).toEqual([ledger]);
  expect(await waiting()).toEqual(before);
});

it("is the same ledger on another device of the same user, and another under another user", async () => {
  const ids: (string | undefined)[] = [];
  for (const name of ["anna", "boris", "anna"]) {
    enterAs(name);
    await loadUnsent(fileOf([nobodys]));
    ids.push(user.value?.ledgers[0]?.id);
    await closeLedgers();
  }
  expect(ids[0]).toBe(ids[2]);
  expect(ids[0]).not.toBe(ids[1]);
});

it("what was taken in without an account is known where it was taken along into one", async () => {
  enterAs(NOBODY);
  await loadUnsent(fileOf([nobodys]));
  const ledgers = user.value?.ledgers ?? [];
  enterAs("anna");
  users.value = users.value.map((known) => (known.id === "anna" ? { ...known, ledgers } : known));
  expect(await loadUnsent(fileOf([nobodys]))).toMatchObject({ taken: 0, known: 3, isBegun: false });
});

it.each([NOBODY, "anna"])("a ledger that is known under its own id stays what it is (%s)", async (by) => {
  enterAs("anna");
  // Hers keeps its id: nobody else can load it.
  await loadUnsent(fileOf([nobodys], "anna"));
  expect(user.value?.ledgers).toMatchObject([{ id: ledgerId }]);
  expect(await loadUnsent(fileOf([nobodys], by))).toMatchObject({ taken: 0, known: 3 });
  expect(user.value?.ledgers).toHaveLength(1);
});

const revising = (type: Given["operation"]["type"], entityId: string, data: object): Given => ({
  ...sound,
  operation: { id: id(7), type, entityId, data: data as never },
});
const budget: Given = {
  ...sound,
  operation: {
    id: id(8),
    type: "budget.create",
    entityId: id(9),
    data: { name: "Food", amount: 100, currency: "EUR", period: "month", startsOn: "2026-01-01" },
  },
};

const ending = revising("budget.revise", id(9), { endsOn: "2025-01-01" });

it("nothing is taken that makes a budget that ends before it starts", async () => {
  const patch = ending;
  enterAs("anna");
  expect(await loadUnsent(fileOf([{ ...nobodys, given: [opened, sound, budget, patch] }]))).toBe("damaged");
  expect(user.value?.ledgers).toEqual([]);
  expect(await loadUnsent(fileOf([{ ...nobodys, given: [opened, sound, budget] }]))).toMatchObject({ taken: 3 });
  expect(await loadUnsent(fileOf([{ ...nobodys, given: [patch] }]))).toBe("damaged");
  expect(await waiting()).toMatchObject([{ length: 3 }]);
});

it("nothing of a file is taken where one part of it cannot be laid", async () => {
  enterAs("anna");
  const other: UnsentPart = { ...nobodys, ledgerId: id("b"), given: [opened, sound, budget, ending] };
  expect(await loadUnsent(fileOf([nobodys, other]))).toBe("damaged");
  expect(user.value?.ledgers).toEqual([]);
  await loadUnsent(fileOf([nobodys]));
  const before = await waiting();
  expect(await loadUnsent(fileOf([{ ...nobodys, given: [budget, ending] }]))).toBe("damaged");
  expect(await waiting()).toEqual(before);
});

it("a side of what is no transfer any more is taken, and has no effect", async () => {
  enterAs("anna");
  const side = revising("transaction.revise", id(2), { transfer: { status: "cleared" } });
  expect(await loadUnsent(fileOf([{ ...nobodys, given: [opened, sound, side] }]))).toMatchObject({ taken: 3 });
});

it("what became of a file before goes when the next is loaded", async () => {
  enterAs("anna");
  const shown: unknown[] = [];
  await showLoaded(fileOf([nobodys]), (result) => shown.push(result));
  await showLoaded(new Blob(["Date,Amount"]), (result) => shown.push(result));
  expect(shown).toEqual([null, { taken: 3, known: 0, others: [], isBegun: true }, null, "other"]);
  const failing = async () => Promise.reject(new Error("The disk is full."));
  await expect(showLoaded(fileOf([]), (result) => shown.push(result), failing)).rejects.toThrow();
  expect(shown.at(-1)).toBeNull();
});

it("what was taken is said where the screen is made anew, and only there", async () => {
  enterAs("anna");
  await showLoaded(fileOf([nobodys]), () => undefined);
  expect(snack.value?.text).toBe("3 changes taken from the file.");
  snack.value = null;
  await showLoaded(fileOf([nobodys]), () => undefined);
  expect(snack.value).toBeNull();
});
