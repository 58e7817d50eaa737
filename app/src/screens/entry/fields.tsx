import { mdiCallSplit } from "@mdi/js";
import type { Form } from "../../entries/form.ts";
import type { Entities } from "../../replica/index.ts";
import { SplitEditor } from "../../splits/editor/lazy.ts";
import { forTotal, NEW_PART, withEqualParts } from "../../splits/parts.ts";
import { type Account, accounts, openAccounts } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { AmountField } from "../../ui/amount-field.tsx";
import { Button, Chip } from "../../ui/button.tsx";
import { Choice, TextField } from "../../ui/field.tsx";
import { Flow } from "../../ui/stack.tsx";
import { CategoryChoice } from "./category-choice.tsx";

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
  const isTransfer = Boolean(entry.transfer);
  const total = form.amount ?? 0;
  const setAmount = (amount: number | null) =>
    onChange({ amount, ...(amount === null ? {} : { parts: forTotal(total, amount, form.parts) }) });
  return (
    <>
      {!isTransfer && (
        <Flow>
          {([true, false] as const).map((isOut) => (
            <Chip
              key={String(isOut)}
              action={isOut ? "kind-expense" : "kind-income"}
              selected={form.isOut === isOut}
              onClick={() => onChange({ isOut })}
            >
              {texts().newEntry.kinds[isOut ? "expense" : "income"]}
            </Chip>
          ))}
        </Flow>
      )}
      <AmountField label={t.amount} name="amount" currency={currency} minor={form.amount} onMinor={setAmount} />
      <AccountChoice
        label={isTransfer ? t.fromAccount : t.account}
        value={form.accountId}
        entry={entry}
        // Another currency would make the amount mean something else.
        isUsable={(account) => account.currency === accounts.value.get(entry.accountId)?.currency}
        onChoice={(accountId) => onChange({ accountId })}
      />
      {isTransfer && (
        <>
          <AccountChoice
            label={t.toAccount}
            value={form.toAccountId}
            entry={entry}
            isUsable={(account) => account.currency === accounts.value.get(entry.transfer?.accountId ?? "")?.currency}
            onChoice={(toAccountId) => onChange({ toAccountId })}
          />
          {isForeign(form.toAccountId) && (
            <AmountField
              label={texts().newEntry.arrives}
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

interface AccountChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly entry: Entities["transaction"];
  readonly isUsable: (account: Account) => boolean;
  readonly onChoice: (id: string) => void;
}

function AccountChoice({ label, value, entry, isUsable, onChoice }: AccountChoiceProps) {
  const own = [entry.accountId, entry.transfer?.accountId];
  const closed = [...accounts.value.values()].filter(({ id, closed }) => closed && own.includes(id));
  return (
    <Choice label={label} value={value} onChoice={onChoice}>
      {[...openAccounts.value, ...closed].filter(isUsable).map(({ id, name }) => (
        <option key={id} value={id} selected={id === value}>
          {name}
        </option>
      ))}
    </Choice>
  );
}
