import { mdiChartDonut } from "@mdi/js";
import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { type BudgetForm, formOf, patchOf } from "../../budgets/form.ts";
import { unrevised } from "../../budgets/undo.ts";
import { isDay } from "../../dates/is-day.ts";
import { rangeShown } from "../../dates/shown.ts";
import type { Entities } from "../../replica/index.ts";
import { Periods, type Schedule } from "../../replica/money/periods.ts";
import { Screen } from "../../shell/screen.tsx";
import { canWrite } from "../../state/ledgers.ts";
import { useRead } from "../../state/read.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { actAndOffer } from "../../state/undoable.ts";
import { Empty } from "../../ui/card.tsx";
import { BudgetFields } from "./budget-fields.tsx";
import { changes, keepChange } from "./drafts.ts";

type Budget = Entities["budget"];

export function EditBudget() {
  const t = texts().budgets;
  const { params } = useRoute();
  const { query } = useLocation();
  const id = params.id ?? "";
  const on = isDay(query.on ?? "") ? (query.on ?? today.value) : today.value;
  const read = useRead(
    async (replica) => {
      const all = await replica.all("budget");
      return { budget: all.find((one) => one.id === id), others: all.filter((one) => one.id !== id) };
    },
    [id],
  );
  return (
    <Screen name="budget-form" title={texts().budgetForm.edit} up={`/budgets/${id}`}>
      {read && !read.budget && <Empty icon={mdiChartDonut} text={t.gone} />}
      {read?.budget && !canWrite.value && <p>{texts().accounts.viewer}</p>}
      {read?.budget && canWrite.value && (
        <Change key={id} budget={read.budget} others={read.others.map(({ name }) => name)} on={on} />
      )}
    </Screen>
  );
}

function Change({ budget, others, on }: { budget: Budget; others: readonly string[]; on: string }) {
  const t = texts().budgets;
  const { route } = useLocation();
  const [onlyPeriod, setOnlyPeriod] = useState(false);
  // What others change meanwhile is not taken back: only what was changed here is sent.
  const [base] = useState(() => changes.peek().get(budget.id)?.base ?? formOf(budget, on));
  const [form, setForm] = useState<BudgetForm>(() => changes.peek().get(budget.id)?.form ?? base);
  const change = (part: Partial<BudgetForm>) => {
    const next = { ...form, ...part };
    setForm(next);
    keepChange(budget.id, { base, form: next });
  };
  const save = async () => {
    const data = patchOf(base, form, on, onlyPeriod);
    keepChange(budget.id, null);
    if (Object.keys(data).length > 0) {
      await actAndOffer(
        t.changed(form.name.trim()),
        [{ type: "budget.revise", entityId: budget.id, data }],
        unrevised(budget, data, on),
      );
    }
    history.back();
    if (history.length < 2) route(`/budgets/${budget.id}`, true);
  };
  const { start, end } = new Periods(budget as unknown as Schedule).decidedOn(on);
  return (
    <BudgetFields
      form={form}
      others={others}
      onChange={change}
      onSave={save}
      scope={
        form.amount === base.amount ? undefined : { range: rangeShown(start, end), onlyPeriod, onOnly: setOnlyPeriod }
      }
    />
  );
}
