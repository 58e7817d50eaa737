import { mdiClose } from "@mdi/js";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { decimalsOf } from "../../amounts/currencies.ts";
import { pressed } from "../../amounts/expression.ts";
import { newId, realSurroundings } from "../../replica/index.ts";
import { steps } from "../../shell/steps.ts";
import { actWithUndo } from "../../state/act.ts";
import { canWrite } from "../../state/ledgers.ts";
import { accounts, categories, reference } from "../../state/reference.ts";
import { hush, say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Flow } from "../../ui/stack.tsx";
import { Unseen } from "../../ui/unseen.tsx";
import { AmountLine } from "./amount-line.tsx";
import { CategoryRow } from "./category-row.tsx";
import { Details } from "./details.tsx";
import { commandOf, type Draft, EMPTY, type EntryKind, type Fault, faultOf, isTyped, withTotal } from "./draft.ts";
import { forgetDraft, useDraft, usual, withPayee } from "./draft-state.ts";
import { Keypad } from "./keypad.tsx";
import { Kinds } from "./kinds.tsx";
import s from "./new.module.css";
import { PayeeField } from "./payee-field.tsx";
import { Places } from "./places.tsx";
import { said } from "./said.ts";
import { SplitButton } from "./split-button.tsx";
import { ToAccount } from "./to-account.tsx";

/** Quick entry: the amount first, then a category, and it is saved. Usable before the ledger's store is open. */
export function NewEntry() {
  const t = texts().newEntry;
  const { query, route } = useLocation();
  const draft = useDraft(query);
  const [fault, setFault] = useState<Fault | null>(null);
  const [isToAmount, setToAmount] = useState(false);
  const value = draft.value;
  const currency = accounts.value.get(value.accountId ?? "")?.currency ?? reference.value?.currency ?? "EUR";
  const toCurrency = accounts.value.get(value.toAccountId ?? "")?.currency;
  const money = { currency, toCurrency };
  const isForeign = value.kind === "transfer" && toCurrency !== undefined && toCurrency !== currency;
  const change = (part: Partial<Draft>) => {
    draft.value = withTotal({ ...draft.value, ...part }, currency);
    setFault(null);
  };

  const leave = () => (steps.inside > 0 ? history.back() : route("/", true));
  const close = () => {
    const kept = draft.value;
    draft.value = { ...EMPTY };
    forgetDraft();
    leave();
    if (isTyped(kept)) say({ text: t.discarded, undo: () => restore(kept) });
  };
  const restore = (kept: Draft) => {
    hush();
    localStorage.setItem(`mybudget.draft.${reference.value?.ledgerId}`, JSON.stringify(kept));
    route("/new");
  };
  const save = async (isNext: boolean) => {
    const found = faultOf(value, money);
    setFault(found);
    if (found) return;
    const command = commandOf(value, money, newId(realSurroundings), today.value);
    await actWithUndo(said(command, currency, categories.value), command);
    draft.value = { ...EMPTY, kind: value.kind, ...(isNext ? { accountId: value.accountId, date: value.date } : {}) };
    forgetDraft();
    if (!isNext) leave();
  };
  const onKey = (key: string) => {
    const field = isForeign && isToAmount ? "toExpression" : "expression";
    const of = field === "expression" ? currency : (toCurrency as string);
    change({ [field]: pressed(draft.value[field], key, decimalsOf(of)) });
  };

  if (!canWrite.value) {
    return (
      <div class={s.screen} data-screen="new">
        <p role="alert">{t.viewer}</p>
        <Button look="text" action="back" onClick={leave}>
          {texts().common.back}
        </Button>
      </div>
    );
  }
  const kind = (next: EntryKind) =>
    change({
      kind: next,
      categoryId: null,
      splits: [],
      isCategoryChosen: false,
      accountId: value.accountId ?? usual(next),
    });

  return (
    <div class={s.screen} data-screen="new">
      <header class={s.bar}>
        <IconButton icon={mdiClose} label={t.close} action="close" onClick={close} />
        <h1 class={s.title}>
          <Unseen>{t.title}</Unseen>
        </h1>
        <Kinds kind={value.kind} onKind={kind} />
      </header>
      <AmountLine
        draft={value}
        money={money}
        onChange={change}
        {...(isForeign ? { isToAmount, onToAmount: setToAmount } : {})}
      />
      {fault && (
        <p class={s.fault} role="alert">
          {t.faults[fault](currency)}
        </p>
      )}
      <Places draft={value} onChange={change} />
      {value.kind === "transfer" ? (
        <ToAccount draft={value} currency={currency} onChange={change} />
      ) : (
        <>
          <PayeeField payee={value.payee} onPayee={(payee) => change(withPayee(draft.value, payee))} />
          {value.splits.length === 0 && <CategoryRow draft={value} currency={currency} onChange={change} />}
          <Flow>
            <SplitButton draft={value} currency={currency} onChange={change} />
          </Flow>
        </>
      )}
      <Details draft={value} onChange={change} />
      <div class={s.bottom}>
        <Keypad decimals={decimalsOf(isForeign && isToAmount ? (toCurrency as string) : currency)} onKey={onKey} />
        <div class={s.actions}>
          <Button look="tonal" action="save-next" onClick={() => void save(true)}>
            {t.saveNext}
          </Button>
          <Button action="save" wide onClick={() => void save(false)}>
            {t.save}
          </Button>
        </div>
      </div>
    </div>
  );
}
