import { mdiCallSplit } from "@mdi/js";
import { useState } from "preact/hooks";
import { decimalsOf } from "../../amounts/currencies.ts";
import { evaluate } from "../../amounts/expression.ts";
import type { Draft } from "../../drafts/draft.ts";
import { format } from "../../replica/index.ts";
import { SplitEditor } from "../../splits/editor/lazy.ts";
import { NEW_PART, withEqualParts } from "../../splits/parts.ts";
import { texts } from "../../state/texts.ts";
import { Button, Chip } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";

interface SplitButtonProps {
  readonly draft: Draft;
  readonly currency: string;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** The way to an entry in parts, which begins as two of them. */
export function SplitButton({ draft, currency, onChange }: SplitButtonProps) {
  const t = texts().split;
  const [isOpen, setOpen] = useState(false);
  const decimals = decimalsOf(currency);
  const amount = evaluate(draft.expression, decimals);
  const total = "minor" in amount ? amount.minor : 0;
  const open = () => {
    if (draft.splits.length === 0) {
      const first = { ...NEW_PART, categoryId: draft.categoryId };
      onChange({ splits: withEqualParts(total, [first, NEW_PART]), splitTotal: total });
    }
    setOpen(true);
  };
  return (
    <>
      <Chip
        icon={mdiCallSplit}
        action="split"
        selected={draft.splits.length > 0}
        disabled={total <= 0}
        title={total <= 0 ? t.enterFirst : undefined}
        onClick={open}
      >
        {draft.splits.length > 0 ? t.summary(draft.splits.length) : t.start}
      </Chip>
      {isOpen && (
        <Dialog
          title={t.title}
          look="sheet"
          onClose={() => setOpen(false)}
          actions={
            <>
              <Button
                look="text"
                action="unsplit"
                onClick={() => {
                  setOpen(false);
                  onChange({ splits: [] });
                }}
              >
                {t.undo}
              </Button>
              <Button action="split-done" onClick={() => setOpen(false)}>
                {t.done}
              </Button>
            </>
          }
        >
          <SplitEditor
            total={total}
            currency={currency}
            kind={draft.kind === "income" ? "income" : "expense"}
            accountId={draft.accountId ?? ""}
            parts={draft.splits}
            onParts={(splits) => onChange({ splits, splitTotal: total })}
            onTotal={(next, splits) => onChange({ expression: format(next, decimals), splits, splitTotal: next })}
          />
        </Dialog>
      )}
    </>
  );
}
