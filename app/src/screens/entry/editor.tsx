import { useState } from "preact/hooks";
import { timeShown } from "../../dates/shown.ts";
import { type Asked, asking } from "../../drafts/asking.ts";
import { changedSums, changesBalance, commandsOf, type Form, formFault, formOf, patchOf } from "../../entries/form.ts";
import type { Entities } from "../../replica/index.ts";
import { lazyPart } from "../../shell/lazy-screen.ts";
import { actWithUndo } from "../../state/act.ts";
import { useKeptForm } from "../../state/forms.ts";
import { canWrite } from "../../state/ledgers.ts";
import { accounts, reference } from "../../state/reference.ts";
import { loadRest, texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Button, Chip } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Note } from "../../ui/note.tsx";
import { useOnce } from "../../ui/once.ts";
import { Remark } from "../../ui/remark.tsx";
import { Flow, Stack } from "../../ui/stack.tsx";
import s from "./entry.module.css";
import { Fields } from "./fields.tsx";
import { Links } from "./links.tsx";

const Receipts = lazyPart(async () => {
  const [{ Receipts }] = await Promise.all([import("../../receipts/strip.tsx"), loadRest()]);
  return Receipts;
});
const History = lazyPart(async () => {
  const [{ History }] = await Promise.all([import("./history.tsx"), loadRest()]);
  return History;
});

interface EditorProps {
  readonly entry: Entities["transaction"];
  readonly onDone: () => void;
}

/** The fields of an entry in place, and what was changed of it before. */
export function Editor({ entry, onDone }: EditorProps) {
  const t = texts().entry;
  const [tab, setTab] = useState<"fields" | "history">("fields");
  // What others change meanwhile is shown where this form has not changed it.
  const kept = useKeptForm<Form>(`entry.${entry.id}`, formOf(entry));
  const { form, isTyped } = kept;
  const [isAsking, setAsking] = useState(false);
  const [showsFault, setShowsFault] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const currency = accounts.value.get(form.accountId)?.currency ?? reference.value?.currency ?? "EUR";
  const currencyOf = (id: string) => accounts.value.get(id)?.currency ?? currency;
  const isForeign = (id: string) => currencyOf(id) !== currency;
  const change = (part: Partial<Form>) => {
    setShowsFault(false);
    kept.change(part);
  };
  const patch = patchOf(entry, form, isForeign);
  const fault = formFault(form, entry, isForeign);
  const save = useOnce(async () => {
    setAsking(false);
    // Such as a blank at the end, which is no change.
    if (Object.keys(patch).length > 0) await actWithUndo(t.saved, ...commandsOf(entry, patch));
    kept.forget();
    onDone();
  });
  const trySave = async () => {
    // What is said at its field may be out of sight.
    if (fault) requestAnimationFrame(() => document.querySelector<HTMLElement>("[aria-invalid]")?.focus());
    if (fault) setShowsFault(true);
    else if (entry.status === "reconciled" && changesBalance(patch)) setAsking(true);
    else {
      const first = await asking(changedSums(entry, form, currencyOf));
      if (first) setAsked(first);
      else await save();
    }
  };
  return (
    <Stack>
      <div class={s.amount}>
        <Amount minor={entry.amount} currency={currency} size="display" signed />
        <span class={s.note}>{texts().search.statuses[entry.status ?? "cleared"]}</span>
        {entry.status === "reconciled" && <Remark look="warning">{t.reconciled}</Remark>}
      </div>
      <Flow>
        <Chip action="tab-fields" selected={tab === "fields"} onClick={() => setTab("fields")}>
          {t.fields}
        </Chip>
        <Chip action="tab-history" selected={tab === "history"} onClick={() => setTab("history")}>
          {t.history}
        </Chip>
      </Flow>
      {tab === "history" ? (
        <History entry={entry} />
      ) : (
        <>
          {!canWrite.value && <Note>{texts().newEntry.viewer}</Note>}
          {kept.isFromBefore && <Note>{t.fromBefore}</Note>}
          <fieldset class={s.fields} disabled={!canWrite.value} aria-label={t.fields}>
            <Fields entry={entry} form={form} currency={currency} isForeign={isForeign} onChange={change} />
          </fieldset>
          {canWrite.value && isTyped && (
            <div class={s.foot}>
              {/* What is no amount is said at its field. */}
              {showsFault && fault && form[fault as "amount"] !== null && (
                <Remark look="fault">{t.faults[fault]}</Remark>
              )}
              <div class={s.save}>
                <Button look="text" action="revert" onClick={kept.forget}>
                  {t.revert}
                </Button>
                <Button action="save" wide onClick={() => void trySave()}>
                  {t.save}
                </Button>
              </div>
            </div>
          )}
          <Receipts entry={entry} />
          <Links entry={entry} />
          <p class={s.note}>{t.changedAt(timeShown(entry.updatedAt))}</p>
        </>
      )}
      {asked && <asked.Really {...asked} onSave={save} onClose={() => setAsked(null)} />}
      {isAsking && (
        <Dialog
          title={t.askTitle}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button look="text" action="cancel" onClick={() => setAsking(false)}>
                {texts().common.cancel}
              </Button>
              <Button action="confirm" onClick={() => void save()}>
                {t.changeAnyway}
              </Button>
            </>
          }
        >
          <p>{t.askText}</p>
        </Dialog>
      )}
    </Stack>
  );
}
