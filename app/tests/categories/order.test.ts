import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unmerged, useOf } from "../../src/categories/merge.ts";
import {
  type Category,
  groupsOf,
  isTaken,
  lastPosition,
  moveCategory,
  moveGroup,
  renameGroup,
  sharedName,
} from "../../src/categories/order.ts";
import { usesBy } from "../../src/categories/uses.ts";
import type { Command, Entities } from "../../src/replica/index.ts";
import { creation, formOf, revision } from "../../src/screens/category-edit/form.ts";

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

describe("names of categories", () => {
  const all = [
    { ...category("a", "Food", 0), name: "Bread" },
    { ...category("b", "Life", 1), name: "bread" },
    { ...category("c", "Life", 2), name: "Art", archived: true },
  ];

  it("are taken in their group whatever the case, but not by what is archived or the category itself", () => {
    const asked = (name: string, group: string, except: string | null = null) =>
      isTaken(all, { name, group, kind: "expense" }, except);
    expect(asked(" BREAD ", "food")).toBe(true);
    expect(asked("Bread", "Food", "a")).toBe(false);
    expect(asked("Art", "Life")).toBe(false);
    expect(asked("Art", "Food")).toBe(false);
    expect(isTaken(all, { name: "Bread", group: "Food", kind: "income" }, null)).toBe(false);
  });

  it("stand in the way of joining two groups that share one", () => {
    const [food, life] = groupsOf(all);
    expect(sharedName(all, food!, "Life")).toBe("Bread");
    expect(sharedName(all, life!, "Leisure")).toBeNull();
    expect(sharedName(all, life!, life!.name)).toBeNull();
  });
});

describe("uses of categories", () => {
  it("are entries, each once, in however many of its parts", () => {
    const uses = usesBy([
      { categoryId: "a", splits: [] },
      { categoryId: null, splits: [{ categoryId: "a" }, { categoryId: "a" }, { categoryId: "b" }] },
      { categoryId: null, splits: [{ categoryId: null }] },
    ]);
    expect([...uses]).toEqual([
      ["a", 2],
      ["b", 1],
    ]);
  });
});

describe("the form of a category", () => {
  const food = { ...category("a", "Food", 3), name: "Bread", icon: "coffee" } as Category;

  it("changes only what was changed, and takes a group in another case as the one that is there", () => {
    expect(revision(formOf(food), food, [food])).toBeNull();
    const form = { ...formOf(food), name: " Buns ", group: "food", icon: "" };
    expect(revision(form, food, [food])?.data).toEqual({ name: "Buns", icon: null });
    expect(creation({ ...form, color: "#43a047" }, "new", "expense", [food])).toEqual({
      type: "category.create",
      entityId: "new",
      data: { name: "Buns", group: "Food", kind: "expense", position: 4, color: "#43a047" },
    });
  });
});
