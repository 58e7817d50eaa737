import { type Category, isTaken, lastPosition } from "../../categories/order.ts";
import type { Command, JsonObject } from "../../replica/index.ts";
import type { CategoryForm } from "./fields.tsx";

export function formOf(category: Category | null): CategoryForm {
  return {
    name: category?.name ?? "",
    group: category?.group ?? "",
    icon: category?.icon ?? "",
    color: category?.color ?? "",
  };
}

export function isFaulty(
  { name, group }: CategoryForm,
  of: { readonly id: string | null; readonly kind: Category["kind"]; readonly archived: boolean },
  categories: readonly Category[],
): { readonly isBlank: boolean; readonly isTaken: boolean } {
  return {
    isBlank: name.trim() === "" || group.trim() === "",
    isTaken: !of.archived && isTaken(categories, { name, group, kind: of.kind }, of.id),
  };
}

/** What makes the category under an id. */
export function creation(form: CategoryForm, id: string, kind: Category["kind"], all: readonly Category[]): Command {
  const { name, group, icon, color } = trimmed(form, kind, all);
  const position = lastPosition(all.filter((one) => one.kind === kind));
  const marks = { ...(icon ? { icon } : {}), ...(color ? { color } : {}) };
  return { type: "category.create", entityId: id, data: { name, group, kind, position, ...marks } };
}

/** What the form changes of a category; null where that is nothing. */
export function revision(form: CategoryForm, category: Category, all: readonly Category[]): Command | null {
  const { name, group, icon, color } = trimmed(form, category.kind, all);
  const data: JsonObject = { name, group, icon: icon || null, color: color || null };
  const changed = Object.entries(data).filter(([field, value]) => (category[field as "name"] ?? null) !== value);
  if (changed.length === 0) return null;
  return { type: "category.revise", entityId: category.id, data: Object.fromEntries(changed) };
}

/** A group that is typed in another case is the one that is there. */
function trimmed(form: CategoryForm, kind: Category["kind"], all: readonly Category[]): CategoryForm {
  const typed = form.group.trim();
  const known = all.find((one) => one.kind === kind && one.group.toLowerCase() === typed.toLowerCase());
  const isOwn = all.some((one) => one.kind === kind && one.group === typed);
  return { ...form, name: form.name.trim(), group: isOwn ? typed : (known?.group ?? typed) };
}
