import type { BudgetStatus, Entities } from "../../replica/index.ts";
import { texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import { BudgetRow } from "../budgets/budget-row.tsx";

const MOST = 3;

interface BudgetsAtRiskProps {
  readonly budgets: readonly Entities["budget"][];
  readonly statuses: ReadonlyMap<string, BudgetStatus>;
}

/** The budgets that are over, or soon will be; the worst first. */
export function BudgetsAtRisk({ budgets, statuses }: BudgetsAtRiskProps) {
  const atRisk = budgets
    .flatMap((budget) => {
      const status = statuses.get(budget.id);
      return status && status.state !== "onTrack" && status.daysLeft > 0 ? [{ budget, status }] : [];
    })
    .sort((left, right) => Number(right.status.percentUsed - left.status.percentUsed))
    .slice(0, MOST);
  if (atRisk.length === 0) return null;
  return (
    <Card title={texts().home.atRisk}>
      {atRisk.map(({ budget, status }) => (
        <BudgetRow key={budget.id} budget={budget} status={status} />
      ))}
    </Card>
  );
}
