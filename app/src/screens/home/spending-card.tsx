import { useState } from "preact/hooks";
import { rangeShown } from "../../dates/shown.ts";
import type { Range } from "../../figures/ranges.ts";
import type { Bar, Scope, Tally } from "../../figures/tally.ts";
import { lazyPart } from "../../shell/lazy-screen.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { CategoryBars } from "../charts/category-bars.tsx";
import s from "./home.module.css";

const BehindSheet = lazyPart(async () => (await import("../charts/behind-sheet.tsx")).BehindSheet);

interface SpendingCardProps {
  readonly spending: { readonly range: Range; readonly tally: Tally; readonly scope: Scope };
}

const MOST = 4;

/** What was spent this month and on what: the small chart, whose bars open like those of the large one. */
export function SpendingCard({ spending }: SpendingCardProps) {
  const t = texts().homeCards;
  const { range, tally, scope } = spending;
  const [isExplained, setExplained] = useState(false);
  const [open, setOpen] = useState<{ bar: Bar; range: Range; title: string } | null>(null);
  if (tally.categories("expense").length === 0) return null;
  const total = tally.of({ flow: "expense" });
  return (
    <Card
      title={t.names.spending}
      more={
        <a class={s.more} href="/charts" data-action="open-charts">
          {texts().charts.title}
        </a>
      }
    >
      <button type="button" class={s.figure} data-action="explain-spending" onClick={() => setExplained(true)}>
        <Amount minor={total} currency={scope.currency} size="large" />
        <span class={s.note}>{rangeShown(range.from, range.to)}</span>
      </button>
      <CategoryBars flow="expense" reading={{ tally, range }} currency={scope.currency} onOpen={setOpen} most={MOST} />
      {open && <BehindSheet {...open} scope={scope} onClose={() => setOpen(null)} />}
      {isExplained && (
        <Dialog
          title={t.names.spending}
          onClose={() => setExplained(false)}
          actions={
            <Button look="text" action="close" onClick={() => setExplained(false)}>
              {texts().common.close}
            </Button>
          }
        >
          <p>{t.spendingFormula}</p>
          <CategoryBars
            flow="expense"
            reading={{ tally, range }}
            currency={scope.currency}
            onOpen={setOpen}
            most={99}
          />
          <p class={s.sum}>
            <span>{texts().charts.sum}</span>
            <Amount minor={total} currency={scope.currency} />
          </p>
        </Dialog>
      )}
    </Card>
  );
}
