import { mdiChartDonut } from "@mdi/js";
import { Screen } from "../../shell/screen.tsx";
import { useRead } from "../../state/read.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Card, Empty } from "../../ui/card.tsx";
import { Row } from "../../ui/row.tsx";
import { BudgetRow } from "./budget-row.tsx";

/** All budgets, each in its own period, computed here by the published rules. */
export function Budgets() {
  const t = texts().budgets;
  const on = today.value;
  const read = useRead(
    async (replica) => {
      const [budgets, statuses] = await Promise.all([replica.all("budget"), replica.statuses(on)]);
      return { budgets: budgets.sort((left, right) => left.name.localeCompare(right.name)), statuses };
    },
    [on],
  );
  const running = read?.budgets.filter(({ id }) => read.statuses.has(id)) ?? [];
  const later = read?.budgets.filter(({ id }) => !read.statuses.has(id)) ?? [];
  return (
    <Screen name="budgets" title={t.title}>
      {read && read.budgets.length === 0 && <Empty icon={mdiChartDonut} text={t.empty} />}
      {running.length > 0 && read && (
        <Card>
          {running.map((budget) => {
            const status = read.statuses.get(budget.id);
            return status && <BudgetRow key={budget.id} budget={budget} status={status} />;
          })}
        </Card>
      )}
      {later.length > 0 && (
        <Card title={t.later}>
          {later.map(({ id, name, startsOn }) => (
            <Row key={id} title={name} note={t.startsOn(startsOn)} />
          ))}
        </Card>
      )}
    </Screen>
  );
}
