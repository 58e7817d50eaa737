import { remembered } from "./remembered.ts";

/** Of the budgets of this device's user: the contract has no order and no pins, so both stay on the device. */
export const budgetOrder = remembered<readonly string[]>("budget-order", []);
/** Those that "left today" on Home counts; all that run where none is pinned. */
export const pinnedBudgets = remembered<readonly string[]>("budget-pins", []);

export function isPinned(id: string): boolean {
  return pinnedBudgets.value.includes(id);
}

export function pin(id: string, on: boolean): void {
  const others = pinnedBudgets.value.filter((pinned) => pinned !== id);
  pinnedBudgets.value = on ? [...others, id] : others;
}

/** In the chosen order; those that were never moved follow by name. */
export function ordered<B extends { readonly id: string; readonly name: string }>(budgets: readonly B[]): B[] {
  const places = new Map(budgetOrder.value.map((id, place) => [id, place]));
  const place = ({ id }: B) => places.get(id) ?? Number.MAX_SAFE_INTEGER;
  return [...budgets].sort((left, right) => place(left) - place(right) || left.name.localeCompare(right.name));
}

/** A budget one place up (-1) or down (1) in the list that is shown. */
export function moveBudget(shown: readonly string[], id: string, by: -1 | 1): void {
  const from = shown.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= shown.length) return;
  const moved = shown.filter((other) => other !== id);
  moved.splice(to, 0, id);
  const rest = budgetOrder.value.filter((other) => !moved.includes(other));
  budgetOrder.value = [...moved, ...rest];
}

/** What a budget was chosen for goes on with the one that took its place. */
export function replaceBudget(id: string, by: string): void {
  const replaced = (all: readonly string[]) => all.map((one) => (one === id ? by : one));
  budgetOrder.value = replaced(budgetOrder.value);
  pinnedBudgets.value = replaced(pinnedBudgets.value);
}
