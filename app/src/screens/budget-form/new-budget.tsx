import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { type BudgetForm, dataOf } from "../../budgets/form.ts";
import { monthStart } from "../../figures/calendar.ts";
import { newId, realSurroundings } from "../../replica/index.ts";
import { Screen } from "../../shell/screen.tsx";
import { ledger } from "../../state/device.ts";
import { canWrite } from "../../state/ledgers.ts";
import { useRead } from "../../state/read.ts";
import { categories } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { actAndOffer } from "../../state/undoable.ts";
import { BudgetFields } from "./budget-fields.tsx";
import { newDraft } from "./drafts.ts";

/** Of a budget that is made: a month from the first of this one on is what most people mean. */
export function NewBudget() {
  const t = texts().budgets;
  const { query, route } = useLocation();
  const known = ledger.value;
  const names = useRead(async (replica) => (await replica.all("budget")).map(({ name }) => name));
  const [form, setForm] = useState<BudgetForm>(() => begun(query, known?.store ?? "", known?.currency ?? "EUR"));
  const change = (part: Partial<BudgetForm>) => {
    const next = { ...form, ...part };
    setForm(next);
    if (known) newDraft.value = { store: known.store, form: next };
  };
  const save = async () => {
    const entityId = newId(realSurroundings);
    newDraft.value = null;
    await actAndOffer(
      t.created(form.name.trim()),
      [{ type: "budget.create", entityId, data: dataOf(form) }],
      [{ type: "budget.delete", entityId }],
    );
    route("/budgets", true);
  };
  return (
    <Screen name="budget-form" title={texts().budgetForm.add} up="/budgets">
      {canWrite.value ? (
        <BudgetFields form={form} others={names ?? []} onChange={change} onSave={save} />
      ) : (
        <p>{texts().accounts.viewer}</p>
      )}
    </Screen>
  );
}

function begun(query: Readonly<Record<string, string>>, store: string, currency: string): BudgetForm {
  const category = categories.peek().get(query.category ?? "");
  const kept = newDraft.peek();
  if (!category && kept?.store === store) return kept.form;
  const amount = /^\d{1,15}$/.test(query.amount ?? "") ? Number(query.amount) : 0;
  return {
    name: category?.name ?? "",
    amount,
    currency,
    period: "month",
    every: "1",
    startsOn: monthStart(today.peek()),
    endsOn: "",
    categoryIds: category ? [category.id] : [],
    accountIds: [],
    rollover: "none",
    thresholds: "80",
  };
}
