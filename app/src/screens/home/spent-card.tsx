import { useRead } from "../../state/read.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Amount } from "../../ui/amount.tsx";
import { Card } from "../../ui/card.tsx";
import { useScope } from "../charts/scope.ts";
import { spanOf } from "../charts/span.ts";
import { sumOf, told } from "../charts/spending.ts";
import s from "./home.module.css";

/** What was spent in this month so far, and the way to where it went. */
export function SpentCard() {
  const t = texts().charts;
  const scope = useScope();
  const on = today.value;
  const flows = useRead((replica) => replica.flows(spanOf("month", 0, on, null).first, on), [on]);
  if (!scope || !flows || flows.length === 0) return null;
  return (
    <Card
      title={t.thisMonth}
      more={
        <a class={s.more} href="/charts" data-action="open-charts">
          {t.open}
        </a>
      }
    >
      <Amount minor={sumOf(told(flows, scope).spent)} currency={scope.currency} size="large" />
    </Card>
  );
}
