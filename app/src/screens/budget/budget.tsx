import { mdiChartDonut, mdiPencilOutline, mdiTrashCanOutline } from "@mdi/js";
import { useLocation, useRoute } from "preact-iso";
import { isRunning } from "../../budgets/periods.ts";
import { recreated } from "../../budgets/undo.ts";
import { isDay } from "../../dates/is-day.ts";
import { type Entities, newId, realSurroundings } from "../../replica/index.ts";
import { Screen } from "../../shell/screen.tsx";
import { replaceBudget } from "../../state/budget-choices.ts";
import { canWrite } from "../../state/ledgers.ts";
import { useRead } from "../../state/read.ts";
import { reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { actAndOffer } from "../../state/undoable.ts";
import { Amount } from "../../ui/amount.tsx";
import { IconButton } from "../../ui/button.tsx";
import { Card, Empty } from "../../ui/card.tsx";
import { BudgetFigures } from "../budgets/budget-row.tsx";
import s from "./budget.module.css";
import { CountedEntries } from "./counted-entries.tsx";
import { Outlook } from "./outlook.tsx";
import { PeriodBars } from "./period-bars.tsx";
import { readBudget } from "./read-budget.ts";
import { WhatIf } from "./what-if.tsx";

/** One budget in one of its periods: what counts and why, how the others went, and where this one is going. */
export function BudgetScreen() {
  const t = texts().budgets;
  const { params } = useRoute();
  const { query, route } = useLocation();
  const id = params.id ?? "";
  const on = today.value;
  const asked = isDay(query.on ?? "") ? (query.on ?? on) : on;
  const known = reference.value;
  const read = useRead((replica) => readBudget(replica, id, asked, on), [id, asked, on, known]);
  const budget = read?.budget;
  const isNow = read?.status && isRunning({ start: read.status.periodStart, end: read.status.periodEnd }, on);
  const remove = async (gone: Entities["budget"]) => {
    const again = newId(realSurroundings);
    route("/budgets", true);
    await actAndOffer(
      t.deleted(gone.name),
      [{ type: "budget.delete", entityId: gone.id }],
      recreated(gone, again),
      () => replaceBudget(gone.id, again),
    );
  };
  return (
    <Screen
      name="budget"
      title={budget?.name ?? t.title}
      up="/budgets"
      actions={
        budget &&
        canWrite.value && (
          <>
            <IconButton
              icon={mdiPencilOutline}
              label={t.edit}
              action="edit"
              onClick={() => route(`/budgets/${id}/edit${query.on ? `?on=${query.on}` : ""}`)}
            />
            <IconButton
              icon={mdiTrashCanOutline}
              label={t.remove}
              action="delete"
              onClick={() => void remove(budget)}
            />
          </>
        )
      }
    >
      {read && !budget && <Empty icon={mdiChartDonut} text={t.gone} />}
      {read && budget && !read.status && <Empty icon={mdiChartDonut} text={t.startsOn(budget.startsOn)} />}
      {read?.status && budget && (
        <>
          <Card>
            <div class={s.figures}>
              <BudgetFigures
                budget={budget}
                status={read.status}
                heading={isNow ? t.now : texts().budget.period}
                withDays
              />
              {read.status.carriedOver !== 0n && (
                <span class={s.note}>
                  {texts().budget.carried}{" "}
                  <Amount minor={read.status.carriedOver} currency={budget.currency as string} />
                </span>
              )}
            </div>
          </Card>
          <PeriodBars history={read.history} budget={budget} chosen={read.status.periodStart} />
          {isNow && (
            <>
              <Outlook budget={budget} status={read.status} counted={read.counted} />
              <WhatIf key={read.status.periodStart} budget={budget} status={read.status} />
            </>
          )}
          <CountedEntries budget={budget} counted={read.counted} />
        </>
      )}
    </Screen>
  );
}
