import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import s from "./budgets.module.css";

/** What is left of a budget, or how much it is over: in words, since a minus before "left" has to be read twice. */
export function Left({ minor, currency }: { readonly minor: bigint; readonly currency: string }) {
  const t = texts().budgets;
  const isOver = minor < 0n;
  return (
    <span>
      <Amount minor={isOver ? -minor : minor} currency={currency} />{" "}
      <span class={s.note}>{isOver ? t.overBy : t.left}</span>
    </span>
  );
}
