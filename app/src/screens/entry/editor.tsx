import { useEffect, useState } from "preact/hooks";
import { timeShown } from "../../dates/shown.ts";
import { changesBalance, commandsOf, type Form, formFault, formOf, patchOf } from "../../entries/form.ts";
import type { Entities } from "../../replica/index.ts";
import { lazyPart } from "../../shell/lazy-screen.ts";
import { actWithUndo } from "../../state/act.ts";
import { canWrite } from "../../state/ledgers.ts";
import { accounts, reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Button, Chip } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Flow, Stack } from "../../ui/stack.tsx";
import s from "./entry.module.css";
import { Fields } from "./fields.tsx";
import { Links } from "./links.tsx";

const History = lazyPart(async () => (await import("./history.tsx")).History);

interface EditorProps {
  readonly entry: Entities["transaction"];
  readonly onDone: () => void;
}

/** The fields of an entry in place, and what was changed of it before. */
export function Editor({ entry, onDone }: EditorProps) {
  const t = texts().entry;
  const [tab, setTab] = useState<"fields" | "history">("fields");
  const [form, setForm] = useState<Form>(() => formOf(entry));
  const [base, setBase] = useState(entry);
  const [isAsking, setAsking] = useState(false);
  const [showsFault, setShowsFault] = useState(false);
  // What others changed meanwhile is shown where this form has not changed it.
  useEffect(() => {
    setForm((mine) => ({ ...formOf(entry), ...changedIn(mine, formOf(base)) }));
    setBase(entry);
  }, [entry.version, entry.updatedAt]);
  const currency = accounts.value.get(form.accountId)?.currency ?? reference.value?.currency ?? "EUR";
  const isForeign = (id: string) => (accounts.value.get(id)?.currency ?? currency) !== currency;
  const change = (part: Partial<Form>) => {
    setShowsFault(false);
    setForm((known) => ({ ...known, ...part }));
  };
  const patch = patchOf(base, form, isForeign);
  const isChanged = Object.keys(patch).length > 0;
  const fault = formFault(form, base, isForeign);
  const save = async () => {
    setAsking(false);
    await actWithUndo(t.saved, ...commandsOf(entry, patch));
    onDone();
  };
  const trySave = () => {
    if (fault) setShowsFault(true);
    else if (entry.status === "reconciled" && changesBalance(patch)) setAsking(true);
    else void save();
  };
  return (
    <Stack>
      <div class={s.amount}>
        <Amount minor={entry.amount} currency={currency} size="display" signed />
        <span class={s.note}>{texts().search.statuses[entry.status ?? "cleared"]}</span>
        {entry.status === "reconciled" && <p class={s.warning}>{t.reconciled}</p>}
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
          <fieldset class={s.fields} disabled={!canWrite.value} aria-label={t.fields}>
            <Fields entry={entry} form={form} currency={currency} isForeign={isForeign} onChange={change} />
          </fieldset>
          {showsFault && fault && (
            <p class={s.fault} role="alert">
              {t.faults[fault]}
            </p>
          )}
          {canWrite.value && isChanged && (
            <div class={s.save}>
              <Button look="text" action="revert" onClick={() => setForm(formOf(entry))}>
                {t.revert}
              </Button>
              <Button action="save" wide onClick={trySave}>
                {t.save}
              </Button>
            </div>
          )}
          <Links entry={entry} />
          <p class={s.note}>{t.changedAt(timeShown(entry.updatedAt))}</p>
        </>
      )}
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

function changedIn(mine: Form, base: Form): Partial<Form> {
  const names = Object.keys(mine) as (keyof Form)[];
  const isOther = (name: keyof Form) => JSON.stringify(mine[name]) !== JSON.stringify(base[name]);
  return Object.fromEntries(names.filter(isOther).map((name) => [name, mine[name]]));
}
