import { mdiPlusMinusVariant } from "@mdi/js";
import { useEffect, useState } from "preact/hooks";
import { computedAmount, computedSize } from "../amounts/computed.ts";
import { decimalsOf } from "../amounts/currencies.ts";
import { plain, shown } from "../amounts/shown.ts";
import { hidesAmounts, locale, separators } from "../state/settings.ts";
import { texts } from "../state/texts.ts";
import s from "./amount-field.module.css";
import { IconButton } from "./button.tsx";
import { TextField } from "./field.tsx";

interface AmountFieldProps {
  readonly label: string;
  readonly currency: string;
  /** Null while what is typed is no amount. */
  readonly minor: number | null;
  readonly onMinor: (minor: number | null) => void;
  readonly hint?: string;
  /** What the form finds wrong with it, where what is typed is an amount. */
  readonly fault?: string | null;
  readonly name?: string;
  /** With a key that turns the sign: keyboards of phones may have no minus beside their digits. */
  readonly canOwe?: boolean;
  /** With nothing typed it is null, and not zero. */
  readonly mayBeEmpty?: boolean;
}

/** An amount in a form: typed by any keyboard, read in the user's number format and computed, refused in words where it cannot be told. */
export function AmountField({
  label,
  currency,
  minor,
  onMinor,
  hint,
  name,
  canOwe,
  mayBeEmpty,
  fault: found,
}: AmountFieldProps) {
  const decimals = decimalsOf(currency);
  const [text, setText] = useState(
    minor === null || (minor === 0 && !mayBeEmpty) ? "" : plain(minor, currency, locale.value),
  );
  const [isLeft, setLeft] = useState(false);
  const [isTyping, setTyping] = useState(false);
  const read = (written: string) => (canOwe ? computedAmount : computedSize)(written, decimals, separators.value);
  const typed = read(text);
  const isHidden = hidesAmounts.value && !isTyping;
  useEffect(() => {
    // Changed from outside, such as by a suggestion.
    if (
      minor !== null &&
      !("fault" in typed && typed.fault === "empty" && minor === 0) &&
      !("minor" in typed && typed.minor === minor)
    )
      setText(plain(minor, currency, locale.value));
  }, [minor]);
  const field = (
    <TextField
      label={`${label}, ${currency}`}
      inputMode="decimal"
      autocomplete="off"
      // Hidden as all amounts are, until somebody goes to change it.
      value={isHidden && text !== "" ? "•••" : text}
      placeholder={plain(0, currency, locale.value)}
      {...(name === undefined ? {} : { name })}
      hint={"isComputed" in typed && !isHidden ? `= ${shown(typed.minor, currency, locale.value)}` : hint}
      fault={
        isLeft && "fault" in typed && typed.fault !== "empty"
          ? texts().amountFaults[typed.fault](currency, decimals)
          : (found ?? null)
      }
      onFocus={() => setTyping(true)}
      onBlur={() => {
        setTyping(false);
        setLeft(true);
      }}
      onText={(next) => {
        setText(next);
        const amount = read(next);
        if ("minor" in amount) onMinor(amount.minor);
        else onMinor(amount.fault === "empty" && !mayBeEmpty ? 0 : null);
      }}
    />
  );
  if (!canOwe) return field;
  return (
    <div class={s.pair}>
      {field}
      <IconButton
        icon={mdiPlusMinusVariant}
        label={texts().amount.turnSign}
        action="turn-sign"
        onClick={() => {
          if (minor !== null && minor !== 0) onMinor(-minor);
          else setText(/^[-−]/.test(text) ? text.slice(1) : `-${text}`);
        }}
      />
    </div>
  );
}
