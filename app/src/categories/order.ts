import type { Command, Entities } from "../replica/index.ts";

export type Category = Entities["category"];

export interface Group {
  readonly name: string;
  readonly categories: readonly Category[];
}

/** Groups in the order of their first categories, as the server has them. */
export function groupsOf(categories: readonly Category[]): Group[] {
  const groups = new Map<string, Category[]>();
  for (const category of [...categories].sort(inOrder)) {
    groups.set(category.group, [...(groups.get(category.group) ?? []), category]);
  }
  return [...groups].map(([name, members]) => ({ name, categories: members }));
}

/** Puts a category one place up (-1) or down (1) within its group. */
export function moveCategory(groups: readonly Group[], id: string, by: -1 | 1): Command[] {
  return placed(
    groups.map((group) => {
      const from = group.categories.findIndex((category) => category.id === id);
      return from < 0 ? group : { ...group, categories: swapped(group.categories, from, from + by) };
    }),
  );
}

/** Puts a group, with all that is in it, one place up or down. */
export function moveGroup(groups: readonly Group[], name: string, by: -1 | 1): Command[] {
  const from = groups.findIndex((group) => group.name === name);
  return from < 0 ? [] : placed(swapped(groups, from, from + by));
}

/** Gives a group another name, in all of its categories; one that has that name already takes them in. */
export function renameGroup(group: Group, name: string): Command[] {
  return group.categories.flatMap(({ id, group: was }) =>
    was === name ? [] : [{ type: "category.revise" as const, entityId: id, data: { group: name } }],
  );
}

/** Whether a category in use has the name in the group already; as on the server, whatever the case. */
export function isTaken(
  categories: readonly Category[],
  { name, group, kind }: Pick<Category, "name" | "group" | "kind">,
  except: string | null,
): boolean {
  return categories.some(
    (one) => one.id !== except && !one.archived && one.kind === kind && same(one.group, group) && same(one.name, name),
  );
}

/** The name that a group and the one it would be joined to both have; null where they fit together. */
export function sharedName(categories: readonly Category[], group: Group, name: string): string | null {
  const ids = new Set(group.categories.map(({ id }) => id));
  const others = categories.filter(({ id }) => !ids.has(id));
  const shared = group.categories.find((one) => !one.archived && isTaken(others, { ...one, group: name }, one.id));
  return shared?.name ?? null;
}

/** Behind all others of its kind. */
export function lastPosition(categories: readonly Category[]): number {
  return Math.min(1_000_000, Math.max(-1, ...categories.map(({ position }) => position ?? -1)) + 1);
}

/** Of those whose place is not what it was, the new one. */
function placed(groups: readonly Group[]): Command[] {
  return groups
    .flatMap(({ categories }) => categories)
    .flatMap(({ id, position }, place) =>
      position === place ? [] : [{ type: "category.revise" as const, entityId: id, data: { position: place } }],
    );
}

function swapped<T>(all: readonly T[], from: number, to: number): readonly T[] {
  const [one, other] = [all[from], all[to]];
  if (one === undefined || other === undefined) return all;
  return all.map((each, place) => (place === from ? other : place === to ? one : each));
}

function inOrder(left: Category, right: Category): number {
  const [first, second] = [left.position ?? Number.MAX_SAFE_INTEGER, right.position ?? Number.MAX_SAFE_INTEGER];
  return first - second || left.name.localeCompare(right.name);
}

function same(left: string, right: string): boolean {
  return left.trim().toLowerCase() === right.trim().toLowerCase();
}
