import { shown, spoken } from "../amounts/shown.ts";
import { hidesAmounts, locale } from "../state/settings.ts";
import { texts } from "../state/texts.ts";
import s from "./amount.module.css";
import { Unseen } from "./unseen.tsx";

interface AmountProps {
  readonly minor: number | bigint;
  readonly currency: string;
  /** With a plus before what comes in. */
  readonly signed?: boolean;
  /** Coloured where money came in or is missing; sign and words say the same. */
  readonly tone?: "plain" | "flow" | "debt";
  readonly size?: "normal" | "large" | "display";
}

/** Money, in the user's number format; masked where amounts are hidden. */
export function Amount({ minor, currency, signed, tone = "plain", size = "normal" }: AmountProps) {
  const t = texts().amount;
  const isNegative = minor < 0;
  const colour = tone === "flow" && minor > 0 ? s.income : tone === "debt" && isNegative ? s.debt : "";
  if (hidesAmounts.value) {
    return (
      <span class={`${s.amount} ${s[size]}`} data-amount="hidden">
        <span aria-hidden="true">•••</span>
        <Unseen>{t.hidden}</Unseen>
      </span>
    );
  }
  return (
    <span class={`${s.amount} ${s[size]} ${colour}`} data-amount={String(minor)} dir="ltr">
      <span aria-hidden="true">{shown(minor, currency, locale.value, signed ? "always" : "auto")}</span>
      <Unseen>{spoken(minor, currency, locale.value, t.minus)}</Unseen>
    </span>
  );
}
