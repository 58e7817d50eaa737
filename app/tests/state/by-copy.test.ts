import { beforeEach, expect, it, vi } from "vitest";

const kept = new Map<string, string>();
vi.stubGlobal(
  "localStorage",
  new Proxy(
    {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
    { ownKeys: () => [...kept.keys()], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) },
  ),
);
vi.stubGlobal("addEventListener", () => undefined);
const { users } = await import("../../src/state/device.ts");
const { savedFilters } = await import("../../src/state/saved-filters.ts");
const { moveToCopies } = await import("../../src/state/by-copy.ts");

const ID = "0197a1de-0000-7000-8000-000000000001";
const known = (id: string) => ({
  id,
  email: "",
  displayName: "",
  ledgerId: ID,
  ledgers: [{ id: ID, name: "Home", currency: "EUR", role: "owner" as const, store: `mybudget-${id}-${ID}` }],
});
const typed = () => Object.fromEntries([...kept].filter(([key]) => /^mybudget\.(draft|form)\./.test(key)));

beforeEach(() => {
  kept.clear();
  users.value = [known("anna"), known("ben")];
});

it("what an earlier release kept by the ledger becomes that of one copy, once", () => {
  kept.set(`mybudget.draft.${ID}`, "a draft");
  kept.set(`mybudget.draft.locked.${ID}`, "behind the lock");
  kept.set(`mybudget.form.${ID}.entry.1`, "a form");
  kept.set("mybudget.form.0197a1de-0000-7000-8000-000000000002.x", "of another ledger");
  savedFilters.value = { [ID]: [{ name: "Food", text: "category:food" }] };
  for (let times = 0; times < 2; times++) moveToCopies();
  const store = `mybudget-anna-${ID}`;
  expect(typed()).toEqual({
    [`mybudget.draft.${store}`]: "a draft",
    [`mybudget.draft.locked.${store}`]: "behind the lock",
    [`mybudget.form.${store}.entry.1`]: "a form",
    "mybudget.form.0197a1de-0000-7000-8000-000000000002.x": "of another ledger",
  });
  expect(savedFilters.value).toEqual({ [store]: [{ name: "Food", text: "category:food" }] });
});

it("nothing takes the place of what was typed since", () => {
  const place = `mybudget.draft.mybudget-anna-${ID}`;
  kept.set(`mybudget.draft.${ID}`, "old");
  kept.set(place, "new");
  moveToCopies();
  expect(typed()[place]).toBe("new");
});
