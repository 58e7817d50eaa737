import { mdiChartDonut, mdiPlus, mdiSwapVertical } from "@mdi/js";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { standingsAt } from "../../budgets/read.ts";
import { Screen } from "../../shell/screen.tsx";
import { ordered } from "../../state/budget-choices.ts";
import { canWrite } from "../../state/ledgers.ts";
import { useRead } from "../../state/read.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Card, Empty } from "../../ui/card.tsx";
import { Row } from "../../ui/row.tsx";
import { BudgetItem } from "./budget-item.tsx";
import s from "./budgets.module.css";
import { PeriodSwitcher } from "./period-switcher.tsx";
import { Suggestions } from "./suggestions.tsx";
import { TotalLine } from "./total-line.tsx";

/** All budgets, each in its own period, computed here by the published rules. */
export function Budgets() {
  const t = texts().budgets;
  const { route } = useLocation();
  const [offset, setOffset] = useState(0);
  const [isArranging, setArranging] = useState(false);
  const on = today.value;
  const read = useRead(
    async (replica) => {
      const budgets = await replica.all("budget");
      return { budgets, offset, standings: await standingsAt(replica, budgets, on, offset) };
    },
    [on, offset],
  );
  const all = ordered(read?.budgets ?? []);
  const running = all.flatMap(({ id }) => read?.standings.get(id) ?? []);
  const later = all.filter(({ id, startsOn }) => read && !read.standings.has(id) && startsOn > on);
  const names = running.map(({ budget }) => budget.id);
  return (
    <Screen
      name="budgets"
      title={t.title}
      actions={
        <>
          {running.length > 1 && !isArranging && (
            <IconButton icon={mdiSwapVertical} label={t.arrange} action="arrange" onClick={() => setArranging(true)} />
          )}
          {canWrite.value && (
            <IconButton icon={mdiPlus} label={t.add} action="add-budget" onClick={() => route("/budgets/new")} />
          )}
        </>
      }
    >
      {all.length > 0 && <PeriodSwitcher offset={offset} onOffset={setOffset} />}
      {isArranging && (
        <div class={s.line}>
          <p class={s.note}>{t.pinHint}</p>
          <Button look="tonal" action="arranged" onClick={() => setArranging(false)}>
            {t.arranged}
          </Button>
        </div>
      )}
      {read && read.budgets.length === 0 && (
        <>
          <Empty icon={mdiChartDonut} text={t.empty}>
            {canWrite.value && (
              <Button action="add-budget" icon={mdiPlus} onClick={() => route("/budgets/new")}>
                {t.add}
              </Button>
            )}
          </Empty>
          {canWrite.value && <Suggestions />}
        </>
      )}
      {read && all.length > 0 && running.length === 0 && <Empty icon={mdiChartDonut} text={t.emptyPeriod} />}
      {running.length > 0 && (
        <Card>
          {running.map((standing) => (
            <BudgetItem
              key={standing.budget.id}
              standing={standing}
              shown={names}
              isArranging={isArranging}
              isNow={read?.offset === 0}
            />
          ))}
        </Card>
      )}
      <TotalLine standings={running} />
      {offset === 0 && later.length > 0 && (
        <Card title={t.later}>
          {later.map(({ id, name, startsOn }) => (
            <Row key={id} href={`/budgets/${id}`} title={name} note={t.startsOn(startsOn)} action="open-budget" />
          ))}
        </Card>
      )}
    </Screen>
  );
}
