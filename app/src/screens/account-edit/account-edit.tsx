import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { Screen } from "../../shell/screen.tsx";
import { steps } from "../../shell/steps.ts";
import { act, actWithUndo } from "../../state/act.ts";
import { useKeptForm } from "../../state/forms.ts";
import { canWrite, gone } from "../../state/ledgers.ts";
import { type Account, accounts, reference } from "../../state/reference.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Button } from "../../ui/button.tsx";
import { useOnce } from "../../ui/once.ts";
import s from "./account-edit.module.css";
import { Fields } from "./fields.tsx";
import { commandOf, emptyForm, type Fault, faultsOf, formOf } from "./form.ts";
import { Standing } from "./standing.tsx";

/** A new account, or the fields of one that is there. Works without a connection. */
export function AccountEdit() {
  const { params } = useRoute();
  const t = texts().accounts;
  const id = params.id ?? null;
  const account = id === null ? null : accounts.value.get(id);
  if (!reference.value || account === undefined || !canWrite.value) {
    return (
      <Screen name="account-edit" title={id === null ? t.add : t.edit} up="/accounts">
        {reference.value && <p>{account === undefined ? t.gone : gone.value ? texts().home.gone : t.viewer}</p>}
      </Screen>
    );
  }
  return <Form key={id ?? "new"} account={account} currency={reference.value.currency} />;
}

function Form({ account, currency }: { readonly account: Account | null; readonly currency: string }) {
  const t = texts().accounts;
  const { route } = useLocation();
  const initial = account ? formOf(account) : emptyForm(currency, today.value);
  const { form, change, forget } = useKeptForm(`account.${account?.id ?? "new"}`, initial);
  const [faults, setFaults] = useState<ReadonlySet<Fault>>(new Set());
  const leave = (fallback: string) => (steps.inside > 0 ? history.back() : route(fallback, true));

  const save = useOnce(async (_: Event) => {
    const found = faultsOf(form, account?.id ?? null, reference.value?.accounts ?? []);
    setFaults(found);
    if (found.size > 0) return false;
    const command = commandOf(form, account);
    if (command && account) await actWithUndo(t.saved(form.name.trim()), command);
    else if (command) {
      await act(command);
      say({ text: t.opened(form.name.trim()) });
    }
    forget();
    leave(account ? `/accounts/${account.id}` : "/accounts");
    return true;
  });

  return (
    <Screen name="account-edit" title={account ? t.edit : t.add} up={account ? `/accounts/${account.id}` : "/accounts"}>
      <form class={s.form} onSubmit={save} noValidate>
        <Fields
          form={form}
          isNew={account === null}
          faults={faults}
          onChange={(part) => {
            setFaults(new Set());
            change(part);
          }}
        />
        <Button type="submit" action="save" wide>
          {t.save}
        </Button>
      </form>
      {account && <Standing account={account} onDeleted={forget} />}
    </Screen>
  );
}
