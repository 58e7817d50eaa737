import { mdiArrowDown, mdiArrowUp, mdiPin, mdiPinOutline } from "@mdi/js";
import type { Standing } from "../../budgets/read.ts";
import { isPinned, moveBudget, pin } from "../../state/budget-choices.ts";
import { texts } from "../../state/texts.ts";
import { IconButton } from "../../ui/button.tsx";
import { BudgetRow } from "./budget-row.tsx";
import s from "./budgets.module.css";

interface BudgetItemProps {
  readonly standing: Standing;
  /** The ids of the list, in its order. */
  readonly shown: readonly string[];
  readonly isArranging: boolean;
  readonly isNow: boolean;
}

/** One budget of the list, with what arranges it where that is asked for. */
export function BudgetItem({ standing: { budget, status }, shown, isArranging, isNow }: BudgetItemProps) {
  const t = texts().budgets;
  const { id, name } = budget;
  const pinned = isPinned(id);
  return (
    <div class={s.item}>
      <BudgetRow
        budget={budget}
        status={status}
        withDays={!isArranging}
        href={isNow ? `/budgets/${id}` : `/budgets/${id}?on=${status.periodStart}`}
      />
      {isArranging && (
        <span class={s.tools}>
          <IconButton
            icon={pinned ? mdiPin : mdiPinOutline}
            label={pinned ? t.unpin(name) : t.pin(name)}
            aria-pressed={pinned}
            action="pin"
            onClick={() => pin(id, !pinned)}
          />
          <IconButton
            icon={mdiArrowUp}
            label={t.up(name)}
            action="move-up"
            disabled={shown[0] === id}
            onClick={() => moveBudget(shown, id, -1)}
          />
          <IconButton
            icon={mdiArrowDown}
            label={t.down(name)}
            action="move-down"
            disabled={shown.at(-1) === id}
            onClick={() => moveBudget(shown, id, 1)}
          />
        </span>
      )}
    </div>
  );
}
