import { decimalsOf } from "../../amounts/currencies.ts";
import { evaluate, isComputed } from "../../amounts/expression.ts";
import { aroundDigits, shown } from "../../amounts/shown.ts";
import { typedAmount } from "../../amounts/typed.ts";
import type { Draft, Money } from "../../drafts/draft.ts";
import { format } from "../../replica/index.ts";
import { locale, separators } from "../../state/settings.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Unseen } from "../../ui/unseen.tsx";
import s from "./new.module.css";

interface AmountLineProps {
  readonly draft: Draft;
  readonly money: Money;
  readonly onChange: (part: Partial<Draft>) => void;
  /** Of a transfer between currencies: which of the two amounts the keys type. */
  readonly isToAmount?: boolean;
  readonly onToAmount?: (isTo: boolean) => void;
}

/** What is typed, and what it comes to. */
export function AmountLine({ draft, money, onChange, isToAmount = false, onToAmount }: AmountLineProps) {
  const t = texts().newEntry;
  const { currency, toCurrency } = money;
  return (
    <div class={s.amounts}>
      <Typed
        expression={draft.expression}
        currency={currency}
        isActive={!isToAmount}
        onPress={onToAmount && (() => onToAmount(false))}
        onPaste={(expression) => onChange({ expression })}
        label={t.amount}
        action="amount"
      />
      {onToAmount && toCurrency && (
        <Typed
          expression={draft.toExpression}
          currency={toCurrency}
          isActive={isToAmount}
          onPress={() => onToAmount(true)}
          onPaste={(toExpression) => onChange({ toExpression })}
          label={t.arrives}
          action="to-amount"
        />
      )}
    </div>
  );
}

interface TypedProps {
  readonly expression: string;
  readonly currency: string;
  readonly isActive: boolean;
  readonly onPress: (() => void) | undefined;
  readonly onPaste: (expression: string) => void;
  readonly label: string;
  readonly action: string;
}

function Typed({ expression, currency, isActive, onPress, onPaste, label, action }: TypedProps) {
  const decimals = decimalsOf(currency);
  const amount = evaluate(expression, decimals);
  const [before, after] = aroundDigits(currency, locale.value);
  const written = expression
    .replaceAll(".", separators.value.decimal)
    .replaceAll("*", " × ")
    .replaceAll("-", " − ")
    .replaceAll("+", " + ")
    .replaceAll("/", " ÷ ");
  const paste = (event: ClipboardEvent) => {
    const read = typedAmount(event.clipboardData?.getData("text") ?? "", decimals, separators.value);
    event.preventDefault();
    if ("minor" in read) onPaste(format(Math.abs(read.minor), decimals));
    else if (read.fault !== "empty") say({ text: texts().amountFaults[read.fault](currency, decimals) });
  };
  return (
    <button
      type="button"
      class={`${s.typed} ${isActive ? s.active : ""}`}
      data-action={action}
      onClick={onPress}
      onPaste={paste}
    >
      <Unseen>{label}</Unseen>
      {isComputed(expression) && <span class={s.expression}>{written}</span>}
      <span class={s.result}>
        {"minor" in amount && isComputed(expression) ? (
          <Amount minor={amount.minor} currency={currency} size="display" />
        ) : expression === "" ? (
          <span class={s.zero}>{shown(0, currency, locale.value)}</span>
        ) : (
          <span {...("minor" in amount ? { "data-amount": amount.minor } : { class: s.zero })}>
            {before}
            {written}
            {after}
          </span>
        )}
      </span>
    </button>
  );
}
