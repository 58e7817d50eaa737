import { useEffect, useRef, useState } from "preact/hooks";
import type { Draft } from "../../drafts/draft.ts";
import { withPayee } from "../../drafts/draft-state.ts";
import { Flow } from "../../ui/stack.tsx";
import { CategoryRow } from "./category-row.tsx";
import { Details, DetailsChip, hasDetails } from "./details.tsx";
import s from "./new.module.css";
import { PayeeField } from "./payee-field.tsx";
import { SplitButton } from "./split-button.tsx";
import { ToAccount } from "./to-account.tsx";

interface PurposeProps {
  readonly draft: Draft;
  readonly currency: string;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** What the money is for, or where it goes, and whatever else is to be said of it. */
export function Purpose({ draft, currency, onChange }: PurposeProps) {
  const [isOpened, setOpen] = useState(hasDetails(draft));
  // What was shared with the app comes by itself.
  const isOpen = isOpened || draft.receiptIds.length > 0;
  const details = useRef<HTMLDivElement>(null);
  const more = <DetailsChip isOpen={isOpen} onOpen={() => setOpen(true)} />;
  const [wasOpen] = useState(isOpened);
  useEffect(() => {
    if (!isOpened || wasOpen) return;
    // The chip that opened them is gone; the first of them is next, and not behind the keys.
    details.current?.focus({ preventScroll: true });
    details.current?.scrollIntoView({ block: "nearest" });
  }, [isOpened]);
  const setPayee = (payee: string) => {
    const { categoryId } = withPayee(draft, payee);
    onChange({ payee, categoryId });
  };
  return (
    <>
      {draft.kind === "transfer" ? (
        <>
          <ToAccount draft={draft} currency={currency} onChange={onChange} />
          <Flow>{more}</Flow>
        </>
      ) : (
        <>
          <PayeeField payee={draft.payee} onPayee={setPayee} />
          <CategoryRow draft={draft} currency={currency} onChange={onChange}>
            <SplitButton draft={draft} currency={currency} onChange={onChange} />
            {more}
          </CategoryRow>
        </>
      )}
      {isOpen && (
        <div ref={details} class={s.details} tabIndex={-1}>
          <Details draft={draft} onChange={onChange} />
        </div>
      )}
    </>
  );
}
