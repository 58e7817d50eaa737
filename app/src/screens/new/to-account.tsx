import { mdiDotsHorizontal, mdiSwapVertical } from "@mdi/js";
import { useState } from "preact/hooks";
import { decimalsOf } from "../../amounts/currencies.ts";
import { evaluate } from "../../amounts/expression.ts";
import type { Draft } from "../../drafts/draft.ts";
import { accountIcon } from "../../icons/icons.ts";
import { isWriteOnly } from "../../state/lock.ts";
import { useRead } from "../../state/read.ts";
import { accounts, openAccounts } from "../../state/reference.ts";
import { locale } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { AccountPicker } from "../../ui/account-picker.tsx";
import { Chip, IconButton } from "../../ui/button.tsx";
import { Flow } from "../../ui/stack.tsx";
import { Afterwards } from "./afterwards.tsx";
import s from "./new.module.css";
import { rateOf } from "./rate.ts";

const MOST = 5;

interface ToAccountProps {
  readonly draft: Draft;
  readonly currency: string;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** Where a transfer goes, and how both accounts stand after it. */
export function ToAccount({ draft, currency, onChange }: ToAccountProps) {
  const t = texts().newEntry;
  const [isAsking, setAsking] = useState(false);
  const on = draft.date ?? today.value;
  const balances = useRead((replica) => replica.balances(on), [on]);
  const others = openAccounts.value.filter(({ id }) => id !== draft.accountId);
  const from = accounts.value.get(draft.accountId ?? "");
  const to = accounts.value.get(draft.toAccountId ?? "");
  const toCurrency = to?.currency ?? currency;
  const isForeign = toCurrency !== currency;
  const leaves = evaluate(draft.expression, decimalsOf(currency));
  const arrives = isForeign ? evaluate(draft.toExpression, decimalsOf(toCurrency)) : leaves;
  const out = "minor" in leaves ? leaves.minor : 0;
  const into = "minor" in arrives ? arrives.minor : 0;
  const rate = isForeign ? rateOf(out, currency, into, toCurrency, locale.value) : null;
  // The chosen one is among them, wherever it stands in the list.
  const offered = [...others.filter(({ id }) => id === to?.id), ...others.filter(({ id }) => id !== to?.id)]
    .slice(0, MOST)
    .sort((left, right) => others.indexOf(left) - others.indexOf(right));
  const swap = () =>
    onChange({
      accountId: draft.toAccountId ?? draft.accountId,
      isAccountChosen: true,
      toAccountId: draft.toAccountId ? draft.accountId : null,
      ...(isForeign ? { expression: draft.toExpression, toExpression: draft.expression } : {}),
    });
  return (
    <div class={s.transfer} data-screen="transfer">
      <div class={s.targets}>
        <Flow>
          {offered.map(({ id, name, type }) => (
            <Chip
              key={id}
              icon={accountIcon(type)}
              action="to-account"
              selected={id === draft.toAccountId}
              onClick={() => onChange({ toAccountId: id })}
            >
              {t.to(name)}
            </Chip>
          ))}
          {others.length > offered.length && (
            <Chip icon={mdiDotsHorizontal} action="all-accounts" onClick={() => setAsking(true)}>
              {t.allCategories}
            </Chip>
          )}
          {others.length === 0 && <p class={s.rate}>{t.noOther}</p>}
        </Flow>
        <IconButton icon={mdiSwapVertical} label={t.swap} action="swap" onClick={swap} />
      </div>
      {rate && (
        <p class={s.rate} data-part="rate">
          {t.rate(currency, rate, toCurrency)}
        </p>
      )}
      {from && to && balances && !isWriteOnly.value && (
        <Afterwards from={from} to={to} balances={balances} out={out} into={into} />
      )}
      {isAsking && (
        <AccountPicker
          title={t.chooseTo}
          accounts={others}
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
