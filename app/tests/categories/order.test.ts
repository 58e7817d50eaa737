import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unmerged, useOf } from "../../src/categories/merge.ts";
import {
  type Category,
  groupsOf,
  lastPosition,
  moveCategory,
  moveGroup,
  renameGroup,
} from "../../src/categories/order.ts";
import type { Command, Entities } from "../../src/replica/index.ts";

function category(id: string, group: string, position?: number): Category {
  return {
    id,
    name: id,
    group,
    kind: "expense",
    archived: false,
    ...(position == null ? {} : { position }),
  } as Category;
}

function done(all: readonly Category[], commands: readonly Command[]): Category[] {
  const changes = new Map(commands.map(({ entityId, data }) => [entityId, data]));
  return all.map((one) => ({ ...one, ...changes.get(one.id) }) as Category);
}

const names = (all: readonly Category[]) =>
  groupsOf(all).map(({ name, categories }) => [name, categories.map(({ id }) => id)]);

const tree = [
  category("bread", "Food", 0),
  category("fun", "Life", 1),
  category("cafe", "Food", 2),
  category("art", "Life"),
];

describe("the order of categories", () => {
  it("has groups where their first categories are, and those without a place by name", () => {
    expect(names(tree)).toEqual([
      ["Food", ["bread", "cafe"]],
      ["Life", ["fun", "art"]],
    ]);
  });

  it("moves one within its group, and a group with all that is in it", () => {
    expect(names(done(tree, moveCategory(groupsOf(tree), "cafe", -1)))).toEqual([
      ["Food", ["cafe", "bread"]],
      ["Life", ["fun", "art"]],
    ]);
    expect(names(done(tree, moveGroup(groupsOf(tree), "Life", -1)))).toEqual([
      ["Life", ["fun", "art"]],
      ["Food", ["bread", "cafe"]],
    ]);
  });

  it("is as it was after up and down", () => {
    const trees = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,4}$/), fc.constantFrom("A", "B", "C")), {
      selector: ([id]) => id,
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(trees, fc.nat(), (rows, at) => {
        const all = rows.map(([id, group], place) => category(id, group, place));
        const id = all[at % all.length]?.id ?? "";
        const group = groupsOf(all).find(({ categories }) => categories.some((one) => one.id === id));
        if (group?.categories[0]?.id === id) return;
        const up = done(all, moveCategory(groupsOf(all), id, -1));
        expect(names(done(up, moveCategory(groupsOf(up), id, 1)))).toEqual(names(all));
      }),
    );
  });

  it("says nothing of those that stay", () => {
    expect(moveCategory(groupsOf(tree), "bread", -1).map(({ entityId }) => entityId)).not.toContain("bread");
    expect(lastPosition(tree)).toBe(3);
    expect(renameGroup(groupsOf(tree)[0]!, "Meals")).toHaveLength(2);
  });
});

describe("a merger", () => {
  const entry = (id: string, part: object) =>
    ({ id, status: "cleared", splits: [], categoryId: null, ...part }) as unknown as Entities["transaction"];
  const entries = [
    entry("whole", { categoryId: "bread" }),
    entry("part", {
      splits: [
        { amount: -1, categoryId: "bread" },
        { amount: -2, categoryId: "fun" },
      ],
    }),
    entry("other", { categoryId: "fun" }),
    entry("locked", { categoryId: "bread", status: "reconciled" }),
  ];
  const budgets = [{ id: "b", categoryIds: ["fun", "bread"] }] as unknown as Entities["budget"][];

  it("is previewed with all that names the category", () => {
    const use = useOf("bread", entries, budgets);
    expect(use.entries.map(({ id }) => id)).toEqual(["whole", "part", "locked"]);
    expect(use.budgets).toHaveLength(1);
  });

  it("is taken back but for what is reconciled", () => {
    const [first, ...others] = unmerged(tree[0]!, useOf("bread", entries, budgets), "new");
    expect(first).toMatchObject({ type: "category.create", entityId: "new", data: { name: "bread", position: 0 } });
    expect(others).toEqual([
      { type: "transaction.revise", entityId: "whole", data: { categoryId: "new" } },
      {
        type: "transaction.revise",
        entityId: "part",
        data: {
          splits: [
            { amount: -1, categoryId: "new" },
            { amount: -2, categoryId: "fun" },
          ],
        },
      },
      { type: "budget.revise", entityId: "b", data: { categoryIds: ["fun", "new"] } },
    ]);
  });
});
