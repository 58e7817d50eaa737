import { signal } from "@preact/signals";
import type { BudgetForm } from "../../budgets/form.ts";
import { remembered } from "../../state/remembered.ts";

interface Draft {
  /** Of whose copy of which ledger it is. */
  readonly store: string;
  readonly form: BudgetForm;
}

/** A new budget that was begun comes back as it was left, also after the app was closed. */
export const newDraft = remembered<Draft | null>("budget-draft", null);

/** Changes that were begun, by their budget, with what they were begun on; as long as the page lasts. */
export const changes = signal<ReadonlyMap<string, { readonly base: BudgetForm; readonly form: BudgetForm }>>(new Map());

export function keepChange(id: string, change: { base: BudgetForm; form: BudgetForm } | null): void {
  const others = [...changes.peek()].filter(([other]) => other !== id);
  changes.value = new Map(change ? [...others, [id, change]] : others);
}
