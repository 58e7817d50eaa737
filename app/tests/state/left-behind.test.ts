import { expect, it, vi } from "vitest";

vi.stubGlobal("localStorage", { getItem: () => null });
vi.stubGlobal("addEventListener", () => undefined);
const { typedIn } = await import("../../src/state/left-behind.ts");

it("what is half typed is counted in the ledgers of whoever leaves", () => {
  const keys = [
    "draft.a",
    "draft.locked.a",
    "form.a.new-account",
    "form.a.reconcile.1",
    "form.b.x",
    "pack.a",
    "draft.ab",
  ];
  const kept = keys.map((key) => `mybudget.${key}`);
  expect(typedIn(kept, ["a"])).toBe(4);
  expect(typedIn(kept, ["a", "b"])).toBe(5);
  expect(typedIn(kept, [])).toBe(0);
});
