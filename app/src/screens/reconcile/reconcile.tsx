import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { shown } from "../../amounts/shown.ts";
import { isDay } from "../../dates/is-day.ts";
import { Screen } from "../../shell/screen.tsx";
import { useKeptForm } from "../../state/forms.ts";
import { canWrite, current } from "../../state/ledgers.ts";
import { useRead } from "../../state/read.ts";
import { type Account, accounts, reference } from "../../state/reference.ts";
import { hidesAmounts, locale } from "../../state/settings.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { AmountField } from "../../ui/amount-field.tsx";
import { Card } from "../../ui/card.tsx";
import { TextField } from "../../ui/field.tsx";
import { compared, suggestions } from "./compare.ts";
import { DifferenceBar } from "./difference-bar.tsx";
import { finish, type Trouble } from "./finish.ts";
import { type Unreconciled, uncompared } from "./items.ts";
import s from "./reconcile.module.css";
import { Statements } from "./statements.tsx";
import { Suggested } from "./suggested.tsx";
import { TickList } from "./tick-list.tsx";

/** Compares an account with the bank's statement, until nothing is left between them. */
export function Reconcile() {
  const { params } = useRoute();
  const id = params.id ?? "";
  const t = texts();
  const account = accounts.value.get(id);
  if (!account || !canWrite.value) {
    return (
      <Screen name="reconcile" title={t.reconcile.title} up={`/accounts/${id}`}>
        {reference.value && <p>{account ? t.accounts.viewer : t.accounts.gone}</p>}
      </Screen>
    );
  }
  return <Comparing key={id} account={account} />;
}

interface Form {
  readonly on: string;
  /** Minor units; null while none is typed. */
  readonly balance: number | null;
  /** What was ticked otherwise than it is known here, by entry. */
  readonly ticks: Readonly<Record<string, boolean>>;
}

const NO_TICKS = {};

function Comparing({ account }: { readonly account: Account }) {
  const t = texts().reconcile;
  const { route } = useLocation();
  const { id, currency } = account;
  const initial: Form = { on: today.value, balance: null, ticks: NO_TICKS };
  const { form, change, forget } = useKeptForm<Form>(`reconcile.${id}`, initial);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [round, setRound] = useState(0);
  const read = useRead((replica) => uncompared(replica, id, form.on), [id, form.on]);

  const isTicked = (item: Unreconciled) => form.ticks[item.id] ?? !item.isPending;
  const onTick = (ids: readonly string[], ticked: boolean) => {
    setTrouble(null);
    const said = Object.fromEntries(ids.map((one) => [one, ticked]));
    change({ ticks: { ...form.ticks, ...said } });
  };
  const items = read?.items ?? [];
  const asItems = items.map((item) => ({ ...item, isTicked: isTicked(item) }));
  const result = read && form.balance !== null ? compared(BigInt(form.balance), read.settled, asItems) : null;
  const byId = new Map(items.map((item) => [item.id, item]));

  const complete = async () => {
    const target = current.value;
    if (!target || form.balance === null) return;
    setBusy(true);
    // All that is shown, since the server reconciles whatever is confirmed.
    const ticked = [...items, ...(read?.earlier ?? [])].map((item) => ({ item, isTicked: isTicked(item) }));
    const found = await finish(target.replica, id, { on: form.on, balance: form.balance, ticked });
    setBusy(false);
    setTrouble(found);
    if (found) return;
    forget();
    setRound(round + 1);
    say({ text: t.done(account.name) });
    route(`/accounts/${id}`, true);
  };

  const list = (those: readonly Unreconciled[]) => ({
    items: those,
    currency: String(currency),
    isTicked,
    onTick: (item: Unreconciled, ticked: boolean) => onTick([item.id], ticked),
  });
  const money = (minor: number) => (hidesAmounts.value ? "•••" : shown(minor, currency, locale.value));
  return (
    <Screen name="reconcile" title={`${t.title}: ${account.name}`} up={`/accounts/${id}`}>
      <Card title={t.statement}>
        <div class={s.statement}>
          <TextField
            label={t.on}
            type="date"
            name="on"
            value={form.on}
            onText={(on) => {
              if (isDay(on)) change({ on });
            }}
          />
          <AmountField
            label={t.balance}
            name="balance"
            currency={currency}
            minor={form.balance}
            mayBeEmpty
            canOwe
            onMinor={(balance) => {
              setTrouble(null);
              change({ balance });
            }}
          />
        </div>
      </Card>
      {result && result.difference !== 0n && (
        <Suggested
          suggestions={suggestions(asItems, result.difference)}
          items={byId}
          currency={currency}
          onTick={onTick}
        />
      )}
      <TickList title={t.pending} hint={t.pendingHint} {...list(items.filter(({ isPending }) => isPending))} />
      <TickList title={t.cleared} hint={t.clearedHint} {...list(items.filter(({ isPending }) => !isPending))} />
      {read && items.length === 0 && <p class={s.hint}>{t.nothing}</p>}
      {read && <TickList title={t.earlier} hint={t.earlierHint} {...list(read.earlier)} />}
      {read?.isCut && <p class={s.hint}>{t.cut}</p>}
      <DifferenceBar
        currency={currency}
        result={result}
        trouble={trouble && t.trouble(trouble, trouble.kind === "differs" ? money(trouble.difference) : "")}
        isBusy={isBusy}
        onFinish={() => void complete()}
      />
      <Statements accountId={id} currency={currency} round={round} />
    </Screen>
  );
}
