import { mdiBankTransfer, mdiClose, mdiPercentOutline, mdiTagOutline } from "@mdi/js";
import { useState } from "preact/hooks";
import { categoryIcon } from "../../icons/icons.ts";
import { accounts, categories, openAccounts } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { AccountPicker } from "../../ui/account-picker.tsx";
import { Amount } from "../../ui/amount.tsx";
import { AmountField } from "../../ui/amount-field.tsx";
import { Chip, IconButton } from "../../ui/button.tsx";
import { CategoryPicker } from "../../ui/category-picker.tsx";
import { TextField } from "../../ui/field.tsx";
import { Flow } from "../../ui/stack.tsx";
import type { Part } from "../parts.ts";
import { PercentField } from "./percent-field.tsx";
import s from "./split.module.css";

interface PartRowProps {
  readonly part: Part;
  readonly place: number;
  readonly amount: number;
  readonly isRest: boolean;
  readonly currency: string;
  readonly kind: "expense" | "income";
  readonly accountId: string;
  readonly onChange: (part: Partial<Part>) => void;
  readonly onRemove?: () => void;
}

/** One part: what it is for, and how much of the whole it is. */
export function PartRow({ part, place, amount, isRest, currency, kind, accountId, onChange, onRemove }: PartRowProps) {
  const t = texts().split;
  const [asks, setAsks] = useState<"category" | "account" | null>(null);
  const [hasNote, setHasNote] = useState(part.note !== "");
  const category = categories.value.get(part.categoryId ?? "");
  const to = accounts.value.get(part.toAccountId ?? "");
  const title = isRest ? t.rest : t.part(place + 1);
  // What arrives in another currency is known for the amount that left, and for no other.
  const isForeign = to !== undefined && to.currency !== currency;
  const others = openAccounts.value.filter((one) => one.id !== accountId && one.currency === currency);
  return (
    <fieldset class={s.part} data-part={place} aria-label={title}>
      <div class={s.head}>
        <span class={s.label}>{title}</span>
        <Amount minor={amount} currency={currency} />
        {onRemove && <IconButton icon={mdiClose} label={t.remove(title)} action="remove-part" onClick={onRemove} />}
      </div>
      <Flow>
        {part.toAccountId === null ? (
          <Chip
            icon={category ? categoryIcon(category.icon) : mdiTagOutline}
            action="part-category"
            selected={part.categoryId !== null}
            onClick={() => setAsks("category")}
          >
            {category?.name ?? t.chooseCategory}
          </Chip>
        ) : (
          <Chip icon={mdiBankTransfer} action="part-account" selected onClick={() => setAsks("account")}>
            {t.to(to?.name ?? "")}
          </Chip>
        )}
        {!isForeign && (others.length > 0 || part.toAccountId !== null) && (
          <Chip
            icon={part.toAccountId === null ? mdiBankTransfer : mdiTagOutline}
            action="part-kind"
            onClick={() =>
              part.toAccountId === null ? setAsks("account") : onChange({ toAccountId: null, categoryId: null })
            }
          >
            {part.toAccountId === null ? t.asTransfer : t.asCategory}
          </Chip>
        )}
        {!isRest && (
          <Chip
            icon={mdiPercentOutline}
            action="by-percent"
            selected={part.by === "percent"}
            onClick={() =>
              onChange(part.by === "percent" ? { by: "amount", value: amount } : { by: "percent", value: null })
            }
          >
            {t.percent}
          </Chip>
        )}
        {!hasNote && (
          <Chip action="part-note" onClick={() => setHasNote(true)}>
            {texts().entry.note}
          </Chip>
        )}
      </Flow>
      {!isRest &&
        (part.by === "percent" ? (
          <PercentField label={t.percentOf} value={part.value} onValue={(value) => onChange({ value })} />
        ) : (
          <AmountField
            label={texts().entry.amount}
            currency={currency}
            minor={part.value}
            canOwe
            onMinor={(value) => onChange({ value })}
          />
        ))}
      {hasNote && (
        <TextField label={texts().entry.note} value={part.note} maxLength={500} onText={(note) => onChange({ note })} />
      )}
      {asks === "category" && (
        <CategoryPicker
          kind={kind}
          chosen={part.categoryId}
          onClose={() => setAsks(null)}
          onCategory={(categoryId) => {
            setAsks(null);
            onChange({ categoryId });
          }}
        />
      )}
      {asks === "account" && (
        <AccountPicker
          title={t.chooseAccount}
          accounts={others}
          chosen={part.toAccountId}
          onClose={() => setAsks(null)}
          onAccount={(toAccountId) => {
            setAsks(null);
            onChange({ toAccountId, categoryId: null });
          }}
        />
      )}
    </fieldset>
  );
}
