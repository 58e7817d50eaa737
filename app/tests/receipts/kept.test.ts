import "fake-indexeddb/auto";
import { beforeEach, expect, it, vi } from "vitest";
import type { KeptReceipt } from "../../src/receipts/kept.ts";

vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined });
vi.stubGlobal("addEventListener", () => undefined);
vi.stubGlobal("navigator", { languages: ["en"] });
vi.stubGlobal("location", { origin: "http://localhost", pathname: "/" });
vi.stubGlobal("__VERSION__", "0");
const { counted } = await import("../../src/receipts/counting.ts");
const { changeReceipt, forgetReceiptsWhere, handReceiptsOver, keepReceipt, keepSeen, receiptsWhere } = await import(
  "../../src/receipts/kept.ts"
);
const { nameOf } = await import("../../src/receipts/named.ts");
const { kept, readReceipt, saved } = await import("../../src/receipts/saved.ts");
const { merged } = await import("../../src/receipts/shown.ts");

const MEGABYTE = 1024 * 1024;

function receipt(n: number, change: Partial<KeptReceipt> = {}): KeptReceipt {
  const id = `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
  const addedAt = `2026-11-${String((n % 28) + 1).padStart(2, "0")}T10:00:00Z`;
  const file = new Blob([`picture ${n}`], { type: "image/png" });
  return {
    id,
    file,
    name: `${n}.png`,
    addedAt,
    userId: "anna",
    ledgerId: "home",
    entryId: id,
    isSent: false,
    ...change,
  };
}

const here = async () => (await receiptsWhere(() => true)).map(({ name }) => name);

beforeEach(() => forgetReceiptsWhere(() => true));

it("counts what the server does not have by ledger, and not what is being typed", () => {
  const all = [
    receipt(1),
    receipt(2),
    receipt(3, { isSent: true }),
    receipt(4, { entryId: null }),
    receipt(5, { refused: "too many" }),
    receipt(6, { refused: "", ledgerId: "shop" }),
    receipt(7, { ledgerId: null, userId: null }),
  ];
  expect(counted(all)).toEqual({
    "anna/home": { waiting: 2, refused: 1 },
    "anna/shop": { waiting: 0, refused: 1 },
  });
});

it("what was only looked at goes where it is too much, the oldest first, and never what waits", async () => {
  const large = { file: new Blob([new Uint8Array(20 * MEGABYTE)]), isSent: true };
  await keepReceipt(receipt(1, { ...large, isSent: false }));
  for (const n of [2, 3, 4]) await keepSeen(receipt(n, large));
  expect(await here()).toEqual(["1.png", "3.png", "4.png"]);
});

it("goes along with the ledgers that are taken into an account, and with whoever leaves", async () => {
  await keepReceipt(receipt(1, { userId: "local" }));
  await keepReceipt(receipt(2, { userId: "local", ledgerId: "example" }));
  await keepReceipt(receipt(3, { userId: "ben" }));
  await handReceiptsOver("local", "anna", ["home"]);
  expect((await receiptsWhere(({ userId }) => userId === "anna")).map(({ name }) => name)).toEqual(["1.png"]);
  await forgetReceiptsWhere(({ userId }) => userId === "anna");
  expect(await here()).toEqual(["2.png", "3.png"]);
});

it("one that is gone is not brought back by what is learnt of it later", async () => {
  await changeReceipt(receipt(1).id, { isSent: true });
  expect(await here()).toEqual([]);
});

it("is the same after it was saved in a file", async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, n) => n % 256);
  const before = receipt(1, { name: "till.jpg", file: new Blob([bytes], { type: "image/jpeg" }) });
  const read = readReceipt(JSON.parse(JSON.stringify(await saved(before))));
  const after = read && kept(read, "anna", "home");
  expect({ ...after, file: 0 }).toEqual({ ...before, file: 0 });
  expect(after?.file.type).toBe("image/jpeg");
  expect(new Uint8Array((await after?.file.arrayBuffer()) as ArrayBuffer)).toEqual(bytes);
});

it.each([
  ["another type", { type: "text/html" }],
  ["no content", { content: "" }],
  ["no Base64", { content: "<svg>" }],
  ["an odd id", { id: "../x" }],
  ["no entry", { entryId: "" }],
  ["no instant", { addedAt: "yesterday" }],
])("what is no receipt is not read: %s", async (_, change) => {
  expect(readReceipt({ ...(await saved(receipt(1))), ...change })).toBe(null);
});

it.each([
  ["bill.pdf", "application/pdf", "bill.pdf"],
  ["IMG_1.JPEG", "image/jpeg", "IMG_1.JPEG"],
  ["invoice.html", "image/jpeg", "invoice.html.jpg"],
  ["a.pdf.bat", "application/pdf", "a.pdf.bat.pdf"],
  ["../../etc/passwd", "image/png", "passwd.png"],
  ["in\u202efdp.exe", "application/pdf", "infdp.exe.pdf"],
  ["a\ud800", "image/webp", "a.webp"],
  [" ", "application/pdf", "receipt.pdf"],
])("a receipt called %j of type %s is called %j", (name, type, expected) => {
  expect(nameOf(name, type)).toBe(expected);
});

it("a name that is too long keeps its ending", () => {
  const name = nameOf("я".repeat(300), "application/pdf");
  expect([...name]).toHaveLength(100);
  expect(name.endsWith(".pdf")).toBe(true);
});

it("an entry shows what the server told of and then what waits, each once", () => {
  const told = [
    { id: receipt(1).id, name: "1.png", type: "image/png", size: 9, addedAt: "2026-11-01T10:00:00Z" },
    { id: receipt(2).id, name: "2.png", type: "image/png", size: 9, addedAt: "2026-11-02T10:00:00Z" },
  ];
  const shown = merged(told, [receipt(2), receipt(3), receipt(4, { isSent: true })]);
  expect(shown.map(({ name, isOnServer, kept: own }) => [name, isOnServer, own !== null])).toEqual([
    ["1.png", true, false],
    ["2.png", true, true],
    ["3.png", false, true],
  ]);
});
