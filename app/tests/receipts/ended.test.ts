import "fake-indexeddb/auto";
import { expect, it, vi } from "vitest";
import type { KeptReceipt } from "../../src/receipts/kept.ts";

vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined, removeItem: () => undefined });
vi.stubGlobal("addEventListener", () => undefined);
vi.stubGlobal("navigator", { languages: ["en"] });
vi.stubGlobal("location", { origin: "http://localhost", pathname: "/" });
vi.stubGlobal("document", { documentElement: { lang: "" } });
vi.stubGlobal("__VERSION__", "0");
const { keepReceipt, receiptsWhere } = await import("../../src/receipts/kept.ts");
const { tellReceipts } = await import("../../src/receipts/counting.ts");
const { keepUnsent } = await import("../../src/state/ended.ts");

async function keep(id: string, change: Partial<KeptReceipt>): Promise<void> {
  const file = new Blob(["picture"], { type: "image/png" });
  const addedAt = "2026-11-01T10:00:00Z";
  const own = { userId: "anna", ledgerId: "home", entryId: "entry", isSent: false };
  await keepReceipt({ id, file, name: "till.png", addedAt, ...own, ...change });
}

it("where a sign-in was ended, receipts that wait stay and are counted, and those that were looked at go", async () => {
  await keep("waiting", {});
  await keep("refused", { refused: "No room." });
  await keep("typed", { entryId: null });
  await keep("seen", { isSent: true });
  await keep("others", { isSent: true, userId: "ben" });
  await tellReceipts();
  const home = { id: "home", name: "Home", currency: "EUR", role: "owner", store: "anna-home" } as const;
  const anna = { id: "anna", email: "", displayName: "", ledgers: [home], ledgerId: null };
  expect(await keepUnsent({ ...anna, hasEnded: true })).toBe(2);
  const left = (await receiptsWhere(() => true)).map(({ id }) => id);
  expect(left.sort()).toEqual(["others", "refused", "typed", "waiting"]);
});
