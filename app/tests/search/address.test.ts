import { expect, it } from "vitest";
import { textOf } from "../../src/screens/entries/address.ts";
import { queryOf } from "../../src/search/query.ts";

const names = {
  accounts: [
    { id: "01a2", name: "Main account" },
    { id: "01a3", name: "Cash" },
    { id: "01a4", name: "Old" },
    { id: "01a5", name: "Old" },
  ],
  categories: [
    { id: "01c1", name: "Food: outside" },
    { id: "01c2", name: "None" },
  ],
  members: [{ id: "01b1", name: 'Anna "A"' }],
};

it.each([
  [{ accountId: "01a2", from: "2026-11-02" }, 'account:"Main account" after:2026-11-02'],
  [{ accountId: "01a3,01a2" }, 'account:Cash account:"Main account"'],
  // Two have this name.
  [{ accountId: "01a4" }, "account:01a4"],
  // It means something else in a search.
  [{ categoryId: "01c2" }, "category:01c2"],
  [{ categoryId: "none" }, "category:none"],
  [{ accountId: "gone" }, "account:gone"],
])("what %j asks for is written as one would type it", (query, text) => {
  expect(textOf(query as Record<string, string>, names)).toBe(text);
});

it("a name is only written where it means what the address does", () => {
  for (const { id } of names.accounts)
    expect(queryOf(textOf({ accountId: id }, names), names).filter).toEqual({ accountId: [id] });
  for (const { id } of names.categories)
    expect(queryOf(textOf({ categoryId: id }, names), names).filter).toEqual({ categoryId: [id] });
  expect(queryOf(textOf({ createdBy: "01b1" }, names), names).filter).toEqual({ createdBy: ["01b1"] });
});
