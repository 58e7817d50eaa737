import { mdiDeleteOutline } from "@mdi/js";
import { useEffect, useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { timeShown } from "../../dates/shown.ts";
import type { Entities, JsonObject } from "../../replica/index.ts";
import { Screen } from "../../shell/screen.tsx";
import { actWithUndo } from "../../state/act.ts";
import { canWrite } from "../../state/ledgers.ts";
import { useRead } from "../../state/read.ts";
import { accounts, categories, openAccounts, reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { AmountField } from "../../ui/amount-field.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { Choice, Switch, TextField } from "../../ui/field.tsx";
import { Stack } from "../../ui/stack.tsx";
import s from "./entry.module.css";
import { type Form, formOf, patchOf } from "./form.ts";

/** One entry: each of its fields can be changed, and only what was changed is sent. */
export function EntryScreen() {
  const { params } = useRoute();
  const id = params.id ?? "";
  const t = texts().entry;
  const found = useRead((replica) => replica.find("transaction", id), [id]);
  if (found === undefined) return <Screen name="entry" title={t.title} up="/entries" children={null} />;
  if (found === null) {
    return (
      <Screen name="entry" title={t.title} up="/entries">
        <p>{t.gone}</p>
      </Screen>
    );
  }
  return <Editor entry={found} />;
}

function Editor({ entry }: { readonly entry: Entities["transaction"] }) {
  const t = texts().entry;
  const { route } = useLocation();
  const [form, setForm] = useState<Form>(() => formOf(entry));
  const [base, setBase] = useState(entry);
  // What others changed meanwhile is shown where this form has not changed it.
  useEffect(() => {
    setForm((mine) => ({ ...formOf(entry), ...changedIn(mine, formOf(base)) }));
    setBase(entry);
  }, [entry.version, entry.updatedAt]);
  const change = (part: Partial<Form>) => setForm({ ...form, ...part });
  const currency = accounts.value.get(entry.accountId)?.currency ?? reference.value?.currency ?? "EUR";
  const patch = patchOf(base, form);
  const isChanged = Object.keys(patch).length > 0;
  const save = async () => {
    await actWithUndo(t.saved, { type: "transaction.revise", entityId: entry.id, data: patch as JsonObject });
    route("/entries", true);
  };
  const remove = async () => {
    await actWithUndo(t.deleted, { type: "transaction.delete", entityId: entry.id });
    route("/entries", true);
  };
  const kind = entry.amount > 0 ? "income" : "expense";
  const isSimple = !entry.transfer && entry.splits.length === 0;
  return (
    <Screen
      name="entry"
      title={entry.payee || t.title}
      up="/entries"
      actions={
        canWrite.value && (
          <IconButton icon={mdiDeleteOutline} label={t.delete} action="delete" onClick={() => void remove()} />
        )
      }
    >
      <div class={s.amount}>
        <Amount minor={entry.amount} currency={currency} size="display" signed />
        {entry.status === "reconciled" && <p class={s.warning}>{t.reconciled}</p>}
      </div>
      <Stack>
        <AmountField
          label={t.amount}
          currency={currency}
          minor={form.amount}
          onMinor={(amount) => change({ amount })}
        />
        <Choice label={t.account} value={form.accountId} onChoice={(accountId) => change({ accountId })}>
          {openAccounts.value
            .filter((account) => account.currency === currency || account.id === entry.accountId)
            .map(({ id, name }) => (
              <option key={id} value={id} selected={id === form.accountId}>
                {name}
              </option>
            ))}
        </Choice>
        <TextField label={t.date} type="date" value={form.date} onText={(date) => change({ date })} />
        <TextField label={t.payee} value={form.payee} maxLength={200} onText={(payee) => change({ payee })} />
        {isSimple && (
          <Choice label={t.category} value={form.categoryId} onChoice={(categoryId) => change({ categoryId })}>
            <option value="" selected={form.categoryId === ""}>
              {texts().entries.uncategorised}
            </option>
            {(reference.value?.categories ?? [])
              .filter((one) => (one.kind === kind && !one.archived) || one.id === entry.categoryId)
              .map(({ id, name, group }) => (
                <option key={id} value={id} selected={id === form.categoryId}>
                  {group} · {name}
                </option>
              ))}
          </Choice>
        )}
        {entry.splits.length > 0 && (
          <dl class={s.parts}>
            {entry.splits.map((part, place) => (
              <div key={`${place}`} class={s.part}>
                <dt>{categories.value.get(part.categoryId ?? "")?.name ?? texts().entries.uncategorised}</dt>
                <dd>
                  <Amount minor={part.amount} currency={currency} />
                </dd>
              </div>
            ))}
          </dl>
        )}
        <TextField label={t.note} value={form.note} maxLength={2000} onText={(note) => change({ note })} />
        <TextField label={t.tags} hint={t.tagsHint} value={form.tags} onText={(tags) => change({ tags })} />
        {entry.status !== "reconciled" && (
          <Switch label={t.pending} checked={form.isPending} onSwitch={(isPending) => change({ isPending })} />
        )}
        {canWrite.value && (
          <Button action="save" disabled={!isChanged || form.amount === null} wide onClick={() => void save()}>
            {t.save}
          </Button>
        )}
        <p class={s.note}>{t.changedAt(timeShown(entry.updatedAt))}</p>
      </Stack>
    </Screen>
  );
}

function changedIn(mine: Form, base: Form): Partial<Form> {
  const names = Object.keys(mine) as (keyof Form)[];
  return Object.fromEntries(names.filter((name) => mine[name] !== base[name]).map((name) => [name, mine[name]]));
}
