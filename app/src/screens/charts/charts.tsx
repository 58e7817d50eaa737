import { mdiChartBar, mdiChevronLeft, mdiChevronRight } from "@mdi/js";
import { useState } from "preact/hooks";
import { monthShown, rangeShown } from "../../dates/shown.ts";
import { Screen } from "../../shell/screen.tsx";
import { useRead } from "../../state/read.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Chip, IconButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/card.tsx";
import { Flow, Stack } from "../../ui/stack.tsx";
import s from "./charts.module.css";
import { entriesOf } from "./links.ts";
import { MonthsChart } from "./months-chart.tsx";
import { Ranking } from "./ranking.tsx";
import { namedAccounts, useScope } from "./scope.ts";
import { LENGTHS, type Length, monthsBetween, monthsOf, spanOf } from "./span.ts";
import { byMonth, sumOf, told } from "./spending.ts";
import { Summary } from "./summary.tsx";
import { WorthCard } from "./worth-card.tsx";

const LEAST_MONTHS = 6;

/** What was spent and earned, by category and by month, and what everything was worth: from this device alone. */
export function Charts() {
  const t = texts().charts;
  const [length, setLength] = useState<Length>("month");
  const [back, setBack] = useState(0);
  const scope = useScope();
  const on = today.value;
  const read = useRead(
    async (replica) => {
      const known = await replica.firstFlow();
      const span = spanOf(length, back, on, known);
      const before = length === "all" ? null : spanOf(length, back + 1, on, known);
      const months = monthsOf(span, LEAST_MONTHS);
      const flows = await replica.flows(`${months[0]}-01`, span.last);
      const flowsBefore =
        before && known !== null && known <= before.last ? await replica.flows(before.first, before.last) : null;
      return { span, known, months, flows, flowsBefore };
    },
    [length, back, on],
  );
  if (!scope || !read)
    return (
      <Screen name="charts" title={t.title} up="/more">
        {null}
      </Screen>
    );
  const { span, months, flows, flowsBefore } = read;
  const { spent, earned, unconverted } = told(
    flows.filter(({ date }) => date >= span.first),
    scope,
  );
  const named = namedAccounts(scope);
  const choose = (month: string) => {
    setLength("month");
    setBack(monthsBetween(`${month}-01`, on));
  };
  return (
    <Screen name="charts" title={t.title} up="/more">
      <Stack>
        <fieldset class={s.lengths} aria-label={t.length}>
          <Flow>
            {LENGTHS.map((one) => (
              <Chip
                key={one}
                selected={one === length}
                action={`length-${one}`}
                onClick={() => {
                  setLength(one);
                  setBack(0);
                }}
              >
                {t.lengths[one]}
              </Chip>
            ))}
          </Flow>
        </fieldset>
        <div class={s.span}>
          <IconButton
            icon={mdiChevronLeft}
            label={t.earlier}
            action="earlier"
            disabled={length === "all"}
            onClick={() => setBack(back + 1)}
          />
          <h2 class={s.when} aria-live="polite" data-from={span.first} data-to={span.last}>
            {length === "month" ? monthShown(span.first) : rangeShown(span.first, span.last)}
          </h2>
          <IconButton
            icon={mdiChevronRight}
            label={t.later}
            action="later"
            disabled={length === "all" || back === 0}
            onClick={() => setBack(back - 1)}
          />
        </div>
        <Summary
          spent={sumOf(spent)}
          earned={sumOf(earned)}
          spentBefore={flowsBefore && sumOf(told(flowsBefore, scope).spent)}
          unconverted={unconverted}
          currency={scope.currency}
        />
        {spent.size === 0 && earned.size === 0 && <Empty icon={mdiChartBar} text={t.nothing} />}
        <Ranking
          title={t.byCategory}
          part="spent-by"
          amounts={spent}
          currency={scope.currency}
          href={(id) => entriesOf(id, span, named, "expense")}
        />
        <Ranking
          title={t.incomeBy}
          part="earned-by"
          amounts={earned}
          currency={scope.currency}
          href={(id) => entriesOf(id, span, named, "income")}
        />
        <MonthsChart months={byMonth(flows, months, scope)} currency={scope.currency} onMonth={choose} />
        <WorthCard span={span} />
      </Stack>
    </Screen>
  );
}
