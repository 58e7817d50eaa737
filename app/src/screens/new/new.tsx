import { mdiCheck, mdiClose } from "@mdi/js";
import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { decimalsOf } from "../../amounts/currencies.ts";
import { pressed } from "../../amounts/expression.ts";
import { isDay } from "../../dates/is-day.ts";
import { type Asked, asking } from "../../drafts/asking.ts";
import {
  commandOf,
  type Draft,
  EMPTY,
  type EntryKind,
  type Fault,
  faultOf,
  isTyped,
  sumsOf,
  withTotal,
} from "../../drafts/draft.ts";
import { beginWith, forgetDraft, ofKind, useDraft, withAccount } from "../../drafts/draft-state.ts";
import type { Template } from "../../prediction/templates.ts";
import { type JsonObject, newId, realSurroundings } from "../../replica/index.ts";
import { useActions } from "../../shell/keys.ts";
import { steps } from "../../shell/steps.ts";
import { actWithUndo } from "../../state/act.ts";
import { useOpenForm } from "../../state/forms.ts";
import { canWrite, gone } from "../../state/ledgers.ts";
import { isWriteOnly } from "../../state/lock.ts";
import { accounts, categories, openAccounts } from "../../state/reference.ts";
import { hush, say, snack } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { useHold } from "../../ui/hold.ts";
import { useOnce } from "../../ui/once.ts";
import { Unseen } from "../../ui/unseen.tsx";
import { Again } from "./again.tsx";
import { AmountLine } from "./amount-line.tsx";
import { Keypad } from "./keypad.tsx";
import { Kinds } from "./kinds.tsx";
import { moneyOf } from "./money.ts";
import s from "./new.module.css";
import { Places } from "./places.tsx";
import { Purpose } from "./purpose.tsx";
import { said } from "./said.ts";
import { giveReceipts, useSharedReceipts } from "./shared.ts";
import { Told } from "./told.tsx";

/** Quick entry: the amount first, then a category, and it is saved. Usable before the ledger's store is open. */
export function NewEntry() {
  const t = texts().newEntry;
  const { query, route } = useLocation();
  const draft = useDraft(query);
  const [fault, setFault] = useState<Fault | null>(null);
  const [isToAmount, setToAmount] = useState(false);
  const [asked, setAsked] = useState<(Asked & { readonly isNext: boolean }) | null>(null);
  const value = draft.value;
  useOpenForm("new", isTyped(value));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${t.title} · MyBudget`;
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  useSharedReceipts(query.receipts, (ids) => {
    draft.value = { ...draft.value, receiptIds: [...draft.value.receiptIds, ...ids] };
  });
  const { currency, toCurrency } = moneyOf(value);
  const money = { currency, toCurrency };
  const isForeign = value.kind === "transfer" && toCurrency !== undefined && toCurrency !== currency;
  const change = (part: Partial<Draft>) => {
    const next = withTotal({ ...draft.value, ...part }, currency);
    draft.value = "categoryId" in part || "kind" in part || "payee" in part ? withAccount(next) : next;
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
    beginWith(kept);
    route("/new");
  };
  const save = useOnce(async (isNext: boolean, isSure = false) => {
    // What was typed since the last rendering counts, too.
    const now = draft.value;
    const of = moneyOf(now);
    const found = faultOf(now, of);
    setFault(found);
    if (found) return false;
    const first = isSure ? null : await asking(sumsOf(now, of));
    if (first) {
      setAsked({ ...first, isNext });
      return false;
    }
    const entryId = newId(realSurroundings);
    const command = commandOf(now, of, entryId, today.value);
    await actWithUndo(said(command, of.currency, categories.value), command);
    await giveReceipts(entryId, now.receiptIds);
    const { accountId, date, kind } = now;
    draft.value = { ...EMPTY, kind, ...(isNext ? { accountId, isAccountChosen: true, date } : {}) };
    forgetDraft();
    if (!isNext) leave();
    return !isNext;
  });
  const toNext = useHold(() => void save(true));
  useActions([{ name: "save", label: t.save, icon: mdiCheck, keys: "Ctrl Enter", run: () => void save(false) }]);
  const repeat = useOnce(async ({ fact }: Template) => {
    const { accountId, amount, payee, categoryId, tags } = fact;
    if (value.date !== null && !isDay(value.date)) {
      setFault("date");
      return false;
    }
    const data: JsonObject = {
      accountId,
      date: value.date ?? today.value,
      amount,
      ...(payee ? { payee } : {}),
      ...(categoryId ? { categoryId } : {}),
      ...(tags ? { tags: [...tags] } : {}),
    };
    const command = { type: "transaction.record", entityId: newId(realSurroundings), data } as const;
    const of = accounts.value.get(accountId)?.currency ?? currency;
    await actWithUndo(said(command, of, categories.value), command);
    leave();
    return true;
  });
  const onKey = (key: string) => {
    if (key === "enter") return void save(false);
    const field = isForeign && isToAmount ? "toExpression" : "expression";
    const of = field === "expression" ? currency : (toCurrency as string);
    change({ [field]: pressed(draft.value[field], key, decimalsOf(of)) });
  };

  if (!canWrite.value) {
    return (
      <div class={s.screen} data-screen="new">
        <p role="alert">{gone.value ? texts().home.gone : t.viewer}</p>
        <Button look="text" action="back" onClick={leave}>
          {texts().common.back}
        </Button>
      </div>
    );
  }
  const kind = (next: EntryKind) => {
    const others = openAccounts.value.filter(({ id }) => id !== value.accountId);
    // Of two accounts the other is meant.
    const only = next === "transfer" && others.length === 1 ? (others[0]?.id ?? null) : value.toAccountId;
    change({ ...ofKind(next), toAccountId: only });
  };

  return (
    <div class={`${s.screen} ${snack.value ? (isWriteOnly.value ? s.toldAlone : s.told) : ""}`} data-screen="new">
      <header class={s.bar}>
        <IconButton icon={mdiClose} label={t.close} action="close" onClick={close} />
        <h1 class={s.title} ref={heading} tabIndex={-1}>
          <Unseen>{t.title}</Unseen>
        </h1>
        <Kinds kind={value.kind} onKind={kind} />
      </header>
      <div class={s.top}>
        <AmountLine
          draft={value}
          money={money}
          onChange={change}
          {...(isForeign ? { isToAmount, onToAmount: setToAmount } : {})}
        />
        <Told fault={fault} at="amount" currency={currency} />
      </div>
      {value.kind !== "transfer" && !isTyped(value) && !isWriteOnly.value && (
        <Again kind={value.kind} onAgain={(template) => void repeat(template)} />
      )}
      <Places draft={value} onChange={change} />
      <Told fault={fault} at="places" currency={currency} />
      <Purpose draft={value} currency={currency} onChange={change} />
      <Told fault={fault} at="purpose" currency={currency} />
      <div class={s.bottom}>
        <Keypad decimals={decimalsOf(isForeign && isToAmount ? (toCurrency as string) : currency)} onKey={onKey} />
        <div class={s.actions}>
          <Button look="tonal" action="save-next" onClick={() => void save(true)}>
            {t.saveNext}
          </Button>
          <Button action="save" wide aria-keyshortcuts="Control+Enter" onClick={() => void save(false)} {...toNext}>
            {t.save}
          </Button>
        </div>
      </div>
      {asked && <asked.Really {...asked} onSave={() => save(asked.isNext, true)} onClose={() => setAsked(null)} />}
    </div>
  );
}
