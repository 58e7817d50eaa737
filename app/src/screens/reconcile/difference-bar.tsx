import { useState } from "preact/hooks";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Button } from "../../ui/button.tsx";
import type { Compared } from "./compare.ts";
import s from "./reconcile.module.css";

interface DifferenceBarProps {
  readonly currency: string;
  /** Null before a balance is typed. */
  readonly result: Compared | null;
  readonly trouble: string | null;
  readonly isBusy: boolean;
  readonly onFinish: () => void;
}

/** What is still between the account and the statement, always in sight; the goal is nothing. */
export function DifferenceBar({ currency, result, trouble, isBusy, onFinish }: DifferenceBarProps) {
  const t = texts().reconcile;
  const [isPressed, setPressed] = useState(false);
  const agrees = result?.difference === 0n;
  const missing = result ? t.mustAgree : t.typeBalance;
  return (
    <div class={`${s.bar} ${agrees ? s.agrees : ""}`} data-difference={result ? String(result.difference) : ""}>
      <div class={s.difference} role="status">
        <span class={s.hint}>{agrees ? t.agrees : t.difference}</span>
        {result ? <Amount minor={result.difference} currency={currency} size="large" signed /> : <span>–</span>}
      </div>
      <Button
        action="finish"
        disabled={isBusy}
        onClick={() => {
          setPressed(!agrees);
          if (agrees) onFinish();
        }}
      >
        {isBusy ? t.finishing : t.finish}
      </Button>
      {(trouble || (isPressed && !agrees)) && (
        <p class={s.trouble} role="alert">
          {trouble ?? missing}
        </p>
      )}
    </div>
  );
}
