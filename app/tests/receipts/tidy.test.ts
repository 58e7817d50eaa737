import "fake-indexeddb/auto";
import { expect, it, vi } from "vitest";
import type { KeptReceipt } from "../../src/receipts/kept.ts";

vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined });
vi.stubGlobal("addEventListener", () => undefined);
vi.stubGlobal("navigator", { languages: ["en"] });
vi.stubGlobal("location", { origin: "http://localhost", pathname: "/" });
vi.stubGlobal("document", { documentElement: { lang: "" } });
vi.stubGlobal("__VERSION__", "0");
const { keepReceipt, receiptsWhere } = await import("../../src/receipts/kept.ts");
const { addReceipt, claimShared, takeShared } = await import("../../src/receipts/desk.ts");
const { enter } = await import("../../src/state/device.ts");

const PNG = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], { type: "image/png" });

async function keep(id: string, hours: number, change: Partial<KeptReceipt>): Promise<void> {
  const addedAt = new Date(Date.now() - hours * 3_600_000).toISOString();
  const nobodys = { userId: null, ledgerId: null, entryId: null, isSent: false };
  await keepReceipt({ id, file: PNG, name: `${id}.png`, addedAt, ...nobodys, ...change });
}

it("what was shared waits for its entry, also after it was claimed; of thrown away ones nothing stays", async () => {
  const home = { id: "home", name: "Home", currency: "EUR", role: "owner", store: "anna-home" } as const;
  enter({ id: "anna", email: "", displayName: "", ledgers: [home], ledgerId: "home" });
  await keep("first", 2, {});
  await keep("second", 2, {});
  await keep("forgotten", 24 * 31, {});
  await keep("others", 2, { userId: "ben" });
  await keep("thrown-away", 2, { userId: "anna", ledgerId: "home" });
  await keep("just-now", 0, { userId: "anna", ledgerId: "home" });
  await keep("of-an-entry", 24 * 31, { userId: "anna", ledgerId: "home", entryId: "entry" });
  await claimShared(["first", "second", "others"], "anna");

  expect(await takeShared("first")).toMatchObject({ name: "first.png", userId: "anna", ledgerId: "home" });
  expect(await takeShared("others")).toBe(null);
  await addReceipt(PNG, "more.png", null);
  expect(await takeShared("second")).toMatchObject({ name: "second.png" });

  const left = (await receiptsWhere(() => true)).map(({ name }) => name).sort();
  const kept = ["first", "just-now", "more", "of-an-entry", "others", "second"];
  expect(left).toEqual(kept.map((name) => `${name}.png`));
});
