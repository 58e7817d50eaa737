import { useEffect, useState } from "preact/hooks";
import { plain } from "../../amounts/shown.ts";
import { typedAmount } from "../../amounts/typed.ts";
import { locale, separators } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { TextField } from "../../ui/field.tsx";

interface PercentFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** Hundredths of a percent. */
  readonly value: number | null;
  readonly onValue: (value: number | null) => void;
}

// A percentage has two decimals here, as an amount in euros has.
const [LIKE, DECIMALS] = ["EUR", 2];

export function PercentField({ label, hint, value, onValue }: PercentFieldProps) {
  const [text, setText] = useState(value === null ? "" : plain(value, LIKE, locale.value));
  const [isLeft, setLeft] = useState(false);
  const typed = typedAmount(text, DECIMALS, separators.value);
  useEffect(() => {
    if (value === null && "minor" in typed) setText("");
  }, [value]);
  return (
    <TextField
      label={label}
      inputMode="decimal"
      autocomplete="off"
      value={text}
      {...(hint === undefined ? {} : { hint })}
      fault={isLeft && "fault" in typed && typed.fault !== "empty" ? texts().split.notAPercent : null}
      onBlur={() => setLeft(true)}
      onText={(next) => {
        setText(next);
        const read = typedAmount(next, DECIMALS, separators.value);
        onValue("minor" in read ? read.minor : null);
      }}
    />
  );
}
