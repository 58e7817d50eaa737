import type { Guess } from "../../prediction/predict.ts";
import { categories } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";

/** What a prediction is made of: nothing but counts of the user's own entries. */
export function Why({ guesses, onClose }: { readonly guesses: readonly Guess[]; readonly onClose: () => void }) {
  const t = texts().why;
  return (
    <Dialog
      title={texts().newEntry.why}
      onClose={onClose}
      actions={
        <Button look="text" action="close" onClick={onClose}>
          {texts().common.close}
        </Button>
      }
    >
      <p>{t.text}</p>
      <dl>
        {guesses.map(({ categoryId, reasons }) => (
          <div key={categoryId}>
            <dt>
              <strong>{categories.value.get(categoryId)?.name}</strong>
            </dt>
            <dd>{reasons.map(({ kind, times }) => t.reasons[kind](times)).join(", ")}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
