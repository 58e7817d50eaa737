import { mdiChartBar, mdiChevronLeft, mdiChevronRight } from "@mdi/js";
import { useState } from "preact/hooks";
import { rangeShown } from "../../dates/shown.ts";
import type { Range, RangeKind } from "../../figures/ranges.ts";
import type { Bar } from "../../figures/tally.ts";
import { Screen } from "../../shell/screen.tsx";
import { ledger } from "../../state/device.ts";
import { useRead } from "../../state/read.ts";
import { remembered } from "../../state/remembered.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Amount } from "../../ui/amount.tsx";
import { Chip, IconButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/card.tsx";
import { Flow } from "../../ui/stack.tsx";
import { BalanceChart } from "./balance-chart.tsx";
import { BehindSheet } from "./behind-sheet.tsx";
import { CategoryBars } from "./category-bars.tsx";
import s from "./charts.module.css";
import { FlowTotals } from "./flow-totals.tsx";
import { MonthColumns } from "./month-columns.tsx";
import { readCharts } from "./read-charts.ts";

const KINDS: readonly RangeKind[] = ["month", "quarter", "year", "all"];
const chosenKind = remembered<RangeKind>("charts-range", "month");

/** Where money went and came from, and what there is: drawn from this device, with the entries behind every bar. */
export function Charts() {
  const t = texts().charts;
  const [offset, setOffset] = useState(0);
  const [open, setOpen] = useState<{ bar: Bar; range: Range; title: string } | null>(null);
  const kind = chosenKind.value;
  const [on, currency] = [today.value, ledger.value?.currency ?? "EUR"];
  const read = useRead((replica) => readCharts(replica, { currency }, kind, offset, on), [kind, offset, on, currency]);
  const hasFlow = read && (["expense", "income"] as const).some((flow) => read.tally.categories(flow).length > 0);
  return (
    <Screen name="charts" title={t.title} up="/more">
      <Flow>
        {KINDS.map((one) => (
          <Chip
            key={one}
            action={`range-${one}`}
            selected={one === kind}
            onClick={() => {
              chosenKind.value = one;
              setOffset(0);
            }}
          >
            {t.ranges[one]}
          </Chip>
        ))}
      </Flow>
      {read && (
        <div class={s.switcher}>
          {kind !== "all" && (
            <IconButton
              icon={mdiChevronLeft}
              label={t.earlier}
              action="earlier"
              onClick={() => setOffset(offset - 1)}
            />
          )}
          <span aria-live="polite">{rangeShown(read.range.from, read.range.to)}</span>
          {kind !== "all" && (
            <IconButton icon={mdiChevronRight} label={t.later} action="later" onClick={() => setOffset(offset + 1)} />
          )}
        </div>
      )}
      {read && <FlowTotals reading={read} currency={currency} />}
      {read && !hasFlow && <Empty icon={mdiChartBar} text={t.empty} />}
      {read && <CategoryBars flow="expense" reading={read} currency={currency} onOpen={setOpen} />}
      {read && <MonthColumns reading={read} currency={currency} onOpen={setOpen} />}
      {read && <CategoryBars flow="income" reading={read} currency={currency} onOpen={setOpen} />}
      {read && <BalanceChart points={read.points} currency={currency} />}
      {read && read.tally.unconverted.size > 0 && (
        <p class={s.note}>
          {t.unconverted}{" "}
          {[...read.tally.unconverted].map(([other, sum]) => (
            <Amount key={other} minor={sum} currency={other} signed />
          ))}
        </p>
      )}
      <p class={s.note}>{t.scope}</p>
      {open && read && <BehindSheet {...open} scope={read.scope} onClose={() => setOpen(null)} />}
    </Screen>
  );
}
