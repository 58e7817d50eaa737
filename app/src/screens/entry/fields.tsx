import { mdiCallSplit } from "@mdi/js";
import { useRef } from "preact/hooks";
import type { Form } from "../../entries/form.ts";
import type { Entities } from "../../replica/index.ts";
import { SplitEditor } from "../../splits/editor/lazy.ts";
import { forTotal, NEW_PART, withEqualParts } from "../../splits/parts.ts";
import { accounts } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { AmountField } from "../../ui/amount-field.tsx";
import { Button, Chip } from "../../ui/button.tsx";
import { Choice, TextField } from "../../ui/field.tsx";
import { Flow } from "../../ui/stack.tsx";
import { AccountChoice } from "./account-choice.tsx";
import { CategoryChoice } from "./category-choice.tsx";
import { KindChoice } from "./kind-choice.tsx";

interface FieldsProps {
  readonly entry: Entities["transaction"];
  readonly form: Form;
  readonly currency: string;
  readonly isForeign: (accountId: string) => boolean;
  readonly onChange: (part: Partial<Form>) => void;
}

/** Everything that an entry says. */
export function Fields({ entry, form, currency, isForeign, onChange }: FieldsProps) {
  const t = texts().entry;
  const { isTransfer } = form;
  const total = form.amount ?? 0;
  // What the parts were made for, while what is typed is no amount yet.
  const known = useRef(total);
  if (form.amount !== null) known.current = form.amount;
  const setAmount = (amount: number | null) =>
    onChange({ amount, ...(amount === null ? {} : { parts: forTotal(known.current, amount, form.parts) }) });
  return (
    <>
      <KindChoice form={form} entry={entry} onChange={onChange} />
      <AmountField label={t.amount} name="amount" currency={currency} minor={form.amount} onMinor={setAmount} />
      <AccountChoice
        label={isTransfer ? (form.isOut ? t.fromAccount : t.toAccount) : t.account}
        value={form.accountId}
        entry={entry}
        // Another currency would make the amount mean something else.
        isUsable={(account) => account.currency === accounts.value.get(entry.accountId)?.currency}
        onChoice={(accountId) => onChange({ accountId })}
      />
      {isTransfer && (
        <>
          <AccountChoice
            label={form.isOut ? t.toAccount : t.fromAccount}
            name="to-account"
            value={form.toAccountId}
            entry={entry}
            isUsable={({ id, currency }) =>
              entry.transfer
                ? currency === accounts.value.get(entry.transfer.accountId)?.currency
                : id !== form.accountId
            }
            onChoice={(toAccountId) => onChange({ toAccountId })}
          />
          {isForeign(form.toAccountId) && (
            <AmountField
              label={form.isOut ? texts().newEntry.arrives : t.leaves}
              name="to-amount"
              currency={accounts.value.get(form.toAccountId)?.currency ?? currency}
              minor={form.toAmount}
              onMinor={(toAmount) => onChange({ toAmount })}
            />
          )}
        </>
      )}
      <TextField label={t.date} name="date" type="date" value={form.date} onText={(date) => onChange({ date })} />
      {isTransfer && (
        <TextField
          label={t.toDate}
          hint={t.toDateHint}
          name="to-date"
          type="date"
          value={form.toDate}
          onText={(toDate) => onChange({ toDate })}
        />
      )}
      <TextField
        label={t.payee}
        name="payee"
        value={form.payee}
        maxLength={200}
        onText={(payee) => onChange({ payee })}
      />
      {form.parts.length > 0 ? (
        <>
          <SplitEditor
            total={total}
            currency={currency}
            kind={form.isOut ? "expense" : "income"}
            accountId={form.accountId}
            parts={form.parts}
            onParts={(parts) => onChange({ parts })}
            onTotal={(amount, parts) => onChange({ amount, parts })}
          />
          <Button
            look="text"
            action="unsplit"
            onClick={() => onChange({ parts: [], categoryId: form.parts[0]?.categoryId ?? "" })}
          >
            {texts().split.undo}
          </Button>
        </>
      ) : (
        !isTransfer && (
          <>
            <CategoryChoice form={form} entry={entry} onChange={onChange} />
            <Flow>
              <Chip
                icon={mdiCallSplit}
                action="split"
                disabled={total === 0}
                onClick={() => {
                  const first = { ...NEW_PART, categoryId: form.categoryId || null };
                  onChange({ parts: withEqualParts(total, [first, NEW_PART]) });
                }}
              >
                {texts().split.start}
              </Chip>
            </Flow>
          </>
        )
      )}
      <TextField label={t.note} name="note" value={form.note} maxLength={2000} onText={(note) => onChange({ note })} />
      <TextField
        label={t.tags}
        name="tags"
        hint={t.tagsHint}
        value={form.tags}
        autocapitalize="none"
        onText={(tags) => onChange({ tags })}
      />
      <Choice
        label={t.status}
        name="status"
        value={form.status}
        onChoice={(status) => onChange({ status: status as Form["status"] })}
      >
        {(["pending", "cleared", ...(entry.status === "reconciled" ? (["reconciled"] as const) : [])] as const).map(
          (status) => (
            <option key={status} value={status} selected={status === form.status}>
              {texts().search.statuses[status]}
            </option>
          ),
        )}
      </Choice>
    </>
  );
}
