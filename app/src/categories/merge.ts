import type { Command, Entities, JsonObject } from "../replica/index.ts";
import type { Category } from "./order.ts";

type Entry = Entities["transaction"];
type Budget = Entities["budget"];

/** What names a category, and would follow it into another. */
export interface Use {
  readonly entries: readonly Entry[];
  readonly budgets: readonly Budget[];
}

export function useOf(id: string, entries: readonly Entry[], budgets: readonly Budget[]): Use {
  return {
    entries: entries.filter(
      ({ categoryId, splits }) => categoryId === id || splits.some((part) => part.categoryId === id),
    ),
    budgets: budgets.filter(({ categoryIds }) => categoryIds.includes(id)),
  };
}

/** The same category under a new id: what was deleted on the server stays deleted. */
export function recreated(category: Category, id: string): Command {
  const { name, group, kind, icon, color, position } = category;
  return {
    type: "category.create",
    entityId: id,
    data: {
      name,
      group,
      kind,
      ...(icon ? { icon } : {}),
      ...(color ? { color } : {}),
      ...(position == null ? {} : { position }),
    },
  };
}

/** What takes a merger back: the category anew, and all that named it. What is reconciled cannot be changed, and stays merged. */
export function unmerged(category: Category, { entries, budgets }: Use, id: string): Command[] {
  const redirect = (of: string | null | undefined) => (of === category.id ? id : of);
  return [
    recreated(category, id),
    ...(category.archived ? [{ type: "category.revise" as const, entityId: id, data: { archived: true } }] : []),
    ...entries.filter(isFree).map((entry): Command => {
      const data = (entry.splits.length > 0
        ? { splits: entry.splits.map((part) => ({ ...part, categoryId: redirect(part.categoryId) ?? null })) }
        : { categoryId: id }) as unknown as JsonObject;
      return { type: "transaction.revise", entityId: entry.id, data };
    }),
    ...budgets.map(
      (budget): Command => ({
        type: "budget.revise",
        entityId: budget.id,
        data: { categoryIds: budget.categoryIds.map((one) => redirect(one) ?? one) },
      }),
    ),
  ];
}

export function isFree({ status, transfer }: Entry): boolean {
  return status !== "reconciled" && transfer?.status !== "reconciled";
}
