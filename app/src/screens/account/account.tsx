import { mdiPencilOutline, mdiScaleBalance } from "@mdi/js";
import { useLocation, useRoute } from "preact-iso";
import { ibanShown } from "../../accounts/iban.ts";
import { dayShown } from "../../dates/shown.ts";
import type { Balance } from "../../replica/index.ts";
import { Screen } from "../../shell/screen.tsx";
import { canWrite } from "../../state/ledgers.ts";
import { useRead } from "../../state/read.ts";
import { type Account, accounts, reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Amount } from "../../ui/amount.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import s from "./account.module.css";
import { AccountEntries } from "./account-entries.tsx";
import { BalanceChart } from "./balance-chart.tsx";

/** One account: what is in it, how that came, and what moved it. */
export function AccountScreen() {
  const { params } = useRoute();
  const { route } = useLocation();
  const id = params.id ?? "";
  const t = texts().accounts;
  const on = today.value;
  const read = useRead(
    async (replica) => {
      const [balances, movements] = await Promise.all([replica.balances(on), replica.movements(id)]);
      return { balance: balances.get(id), movements };
    },
    [id, on],
  );
  const account = accounts.value.get(id);
  if (!account) {
    return (
      <Screen name="account" title={t.title} up="/accounts">
        {reference.value && <p>{t.gone}</p>}
      </Screen>
    );
  }
  return (
    <Screen
      name="account"
      title={account.name}
      up="/accounts"
      actions={
        canWrite.value && (
          <IconButton
            icon={mdiPencilOutline}
            label={t.edit}
            action="edit"
            onClick={() => route(`/accounts/${id}/edit`)}
          />
        )
      }
    >
      {read?.balance && <Figures account={account} balance={read.balance} />}
      {read && <BalanceChart account={account} movements={read.movements} />}
      <AccountEntries key={id} id={id} />
    </Screen>
  );
}

function Figures({ account, balance }: { readonly account: Account; readonly balance: Balance }) {
  const t = texts().accounts;
  const { route } = useLocation();
  const { id, currency, type, iban, note, closed, lastReconciledOn } = account;
  const said: [string, string][] = [
    [t.lastReconciled, lastReconciledOn ? dayShown(lastReconciledOn) : t.never],
    [t.type, `${texts().accountTypes[type]} · ${currency}${closed ? ` · ${t.closed}` : ""}`],
    ...(iban ? [[t.iban, ibanShown(iban)] as [string, string]] : []),
    ...(note ? [[t.note, note] as [string, string]] : []),
  ];
  return (
    <Card>
      <h2 class={s.label}>{t.balance}</h2>
      <Amount minor={balance.balance} currency={currency} size="display" tone="debt" />
      <dl class={s.figures}>
        <div class={s.line}>
          <dt>{t.cleared}</dt>
          <dd>
            <Amount minor={balance.clearedBalance} currency={currency} tone="debt" />
          </dd>
        </div>
        {said.map(([name, value]) => (
          <div class={s.line} key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <div class={s.actions}>
        <Button
          look="tonal"
          icon={mdiScaleBalance}
          action="reconcile"
          onClick={() => route(`/accounts/${id}/reconcile`)}
        >
          {t.reconcile}
        </Button>
      </div>
    </Card>
  );
}
