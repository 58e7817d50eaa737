import { mdiSwapVertical, mdiWalletOutline } from "@mdi/js";
import { useState } from "preact/hooks";
import { decimalsOf } from "../../amounts/currencies.ts";
import { evaluate } from "../../amounts/expression.ts";
import { useRead } from "../../state/read.ts";
import { accounts, openAccounts } from "../../state/reference.ts";
import { locale } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Chip, IconButton } from "../../ui/button.tsx";
import { AccountPicker } from "./account-picker.tsx";
import type { Draft } from "./draft.ts";
import s from "./new.module.css";
import { rateOf } from "./rate.ts";

interface ToAccountProps {
  readonly draft: Draft;
  readonly currency: string;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** Where a transfer goes, and how both accounts stand after it. */
export function ToAccount({ draft, currency, onChange }: ToAccountProps) {
  const t = texts().newEntry;
  const [isAsking, setAsking] = useState(false);
  const balances = useRead((replica) => replica.balances());
  const from = accounts.value.get(draft.accountId ?? "");
  const to = accounts.value.get(draft.toAccountId ?? "");
  const toCurrency = to?.currency ?? currency;
  const isForeign = toCurrency !== currency;
  const leaves = evaluate(draft.expression, decimalsOf(currency));
  const arrives = isForeign ? evaluate(draft.toExpression, decimalsOf(toCurrency)) : leaves;
  const out = "minor" in leaves ? leaves.minor : 0;
  const into = "minor" in arrives ? arrives.minor : 0;
  const rate = isForeign ? rateOf(out, currency, into, toCurrency, locale.value) : null;
  const after = (id: string | undefined, change: number) => (balances?.get(id ?? "")?.balance ?? 0n) + BigInt(change);
  const overdraws = from?.type === "cash" && balances && after(from.id, -out) < 0n && out > 0;
  return (
    <div class={s.transfer} data-screen="transfer">
      <div class={s.targets}>
        <Chip icon={mdiWalletOutline} action="to-account" onClick={() => setAsking(true)}>
          {to ? t.to(to.name) : t.chooseTo}
        </Chip>
        <IconButton
          icon={mdiSwapVertical}
          label={t.swap}
          action="swap"
          onClick={() =>
            onChange({
              accountId: draft.toAccountId ?? draft.accountId,
              toAccountId: draft.toAccountId ? draft.accountId : null,
              ...(isForeign ? { expression: draft.toExpression, toExpression: draft.expression } : {}),
            })
          }
        />
      </div>
      {rate && <p class={s.rate}>{t.rate(currency, rate, toCurrency)}</p>}
      {from && to && balances && (
        <dl class={s.after}>
          <dt>{t.after(from.name)}</dt>
          <dd>
            <Amount minor={after(from.id, -out)} currency={from.currency} tone="debt" />
          </dd>
          <dt>{t.after(to.name)}</dt>
          <dd>
            <Amount minor={after(to.id, into)} currency={to.currency} tone="debt" />
          </dd>
        </dl>
      )}
      {overdraws && (
        <p class={s.warning} role="status">
          {t.overdraws(from.name)}
        </p>
      )}
      {isAsking && (
        <AccountPicker
          title={t.chooseTo}
          accounts={openAccounts.value.filter(({ id }) => id !== draft.accountId)}
          chosen={draft.toAccountId}
          onClose={() => setAsking(false)}
          onAccount={(toAccountId) => {
            setAsking(false);
            onChange({ toAccountId });
          }}
        />
      )}
    </div>
  );
}
