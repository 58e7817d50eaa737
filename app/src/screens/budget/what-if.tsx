import { useId, useState } from "preact/hooks";
import type { BudgetStatus, Entities } from "../../replica/index.ts";
import { larger } from "../../replica/money/money.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Card } from "../../ui/card.tsx";
import s from "./budget.module.css";

interface WhatIfProps {
  readonly budget: Entities["budget"];
  readonly status: BudgetStatus;
}

const STEPS = 100;

/** What would be left if so much was spent a day. The slider goes to twice what may be spent, or to what was spent. */
export function WhatIf({ budget, status }: WhatIfProps) {
  const t = texts().budget;
  const id = useId();
  const currency = budget.currency as string;
  // Today is under way: the question is about the days after it.
  const days = BigInt(Math.max(0, status.daysLeft - 1));
  const top = largest(status.dailyAllowance * 2n, status.available / BigInt(Math.max(1, status.daysLeft)), 100n);
  const [step, setStep] = useState(() => Number((status.dailyAllowance * BigInt(STEPS)) / top));
  if (days === 0n) return null;
  const daily = (top * BigInt(step)) / BigInt(STEPS);
  const end = status.remaining - daily * days;
  return (
    <Card title={t.whatIf}>
      <label class={s.slider} for={id}>
        <span class={s.note}>{t.whatIfHint(t.days(Number(days)))}</span>
        <span class={s.line}>
          <span>{t.perDay}</span>
          <Amount minor={daily} currency={currency} size="large" />
        </span>
      </label>
      <input
        id={id}
        class={s.range}
        type="range"
        min="0"
        max={STEPS}
        value={step}
        data-action="what-if"
        onInput={(event) => setStep(Number(event.currentTarget.value))}
      />
      <p class={s.line} aria-live="polite">
        <span>{end < 0n ? t.thenMissing : t.thenLeft}</span>
        <Amount minor={end < 0n ? -end : end} currency={currency} size="large" tone={end < 0n ? "debt" : "plain"} />
      </p>
    </Card>
  );
}

function largest(...values: readonly bigint[]): bigint {
  return values.reduce(larger, 0n);
}
