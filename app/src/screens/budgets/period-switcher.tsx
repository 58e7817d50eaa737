import { mdiChevronLeft, mdiChevronRight } from "@mdi/js";
import { texts } from "../../state/texts.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import s from "./budgets.module.css";

interface PeriodSwitcherProps {
  /** 0 is the period of today. */
  readonly offset: number;
  readonly onOffset: (offset: number) => void;
}

/** Backwards and forwards through the periods, of each budget its own. */
export function PeriodSwitcher({ offset, onOffset }: PeriodSwitcherProps) {
  const t = texts().budgets;
  const name = offset === 0 ? t.now : offset < 0 ? t.before(-offset) : t.after(offset);
  return (
    <div class={s.switcher}>
      <IconButton
        icon={mdiChevronLeft}
        label={t.earlier}
        action="earlier-period"
        onClick={() => onOffset(offset - 1)}
      />
      <span class={s.period} aria-live="polite">
        <span>{name}</span>
        {offset !== 0 && (
          <Button look="text" action="this-period" onClick={() => onOffset(0)}>
            {t.backToNow}
          </Button>
        )}
      </span>
      <IconButton
        icon={mdiChevronRight}
        label={t.laterPeriod}
        action="later-period"
        onClick={() => onOffset(offset + 1)}
      />
    </div>
  );
}
